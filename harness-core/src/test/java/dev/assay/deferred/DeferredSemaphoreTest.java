// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeferredSemaphoreTest {
  private final DeferredSemaphore semaphore = new DeferredSemaphore(2);

  @Test
  void constructor_noTokens_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeferredSemaphore(0))
        .withMessage("tokens must be at least 1: 0");
  }

  @Test
  void acquire_tokensFree_takesOne() {
    assertThat(semaphore.acquire().state()).isEqualTo(new Outcome.Success<>(semaphore));
    assertThat(semaphore.tokens()).isEqualTo(1);
    assertThat(semaphore.limit()).isEqualTo(2);
  }

  @Test
  void acquire_noTokenFree_waits() {
    semaphore.acquire();
    semaphore.acquire();
    assertThat(semaphore.acquire().isFired()).isFalse();
    assertThat(semaphore.tokens()).isZero();
    assertThat(semaphore.waiting()).isEqualTo(1);
  }

  @Test
  void release_someWait_servesOneEach() {
    semaphore.acquire();
    semaphore.acquire();
    List<Deferred<DeferredSemaphore>> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(semaphore.acquire());
    }
    semaphore.release();
    assertThat(waiting).extracting(Deferred::isFired).containsExactly(true, false, false);
    semaphore.release();
    assertThat(waiting).extracting(Deferred::isFired).containsExactly(true, true, false);
    assertThat(semaphore.tokens()).isZero();
  }

  @Test
  void release_moreThanAcquired_isRefused() {
    semaphore.acquire();
    semaphore.release();
    assertThatIllegalStateException()
        .isThrownBy(semaphore::release)
        .withMessage(
            "DeferredSemaphore [2 of 2 tokens free] is not held;"
                + " release() needs an acquire() before it");
    assertThat(semaphore.tokens()).isEqualTo(2);
  }

  @Test
  void run_moreThanThereAreTokens_runsSoManyAtATime() {
    List<Deferred<String>> bodies = List.of(new Deferred<>(), new Deferred<>(), new Deferred<>());
    List<Integer> running = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      int number = i;
      semaphore.runDeferring(
          () -> {
            running.add(number);
            return bodies.get(number);
          });
    }
    assertThat(running).containsExactly(0, 1);
    bodies.get(1).callback("done");
    assertThat(running).containsExactly(0, 1, 2);
  }

  @Test
  void toString_namesTokensAndWaiters() {
    assertThat(semaphore.label("pool"))
        .hasToString("DeferredSemaphore (pool) [2 of 2 tokens free]");
    semaphore.acquire();
    semaphore.acquire();
    semaphore.acquire();
    assertThat(semaphore).hasToString("DeferredSemaphore (pool) [0 of 2 tokens free, 1 waiting]");
  }
}
