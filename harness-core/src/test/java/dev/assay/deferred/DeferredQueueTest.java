// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.DeferredQueue.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DeferredQueueTest {
  @Test
  void get_itemStored_givesTheOldestAtOnce() {
    DeferredQueue<String> queue = new DeferredQueue<>();
    queue.put("a");
    queue.put("b");
    assertThat(queue.get().state()).isEqualTo(new Outcome.Success<>("a"));
    assertThat(queue.get().state()).isEqualTo(new Outcome.Success<>("b"));
    assertThat(queue.stored()).isZero();
  }

  @Test
  void put_someWait_goesToWhoeverWaitedLongest() {
    DeferredQueue<String> queue = new DeferredQueue<>();
    Deferred<String> first = queue.get();
    Deferred<String> second = queue.get();
    queue.put("a");
    assertThat(first.state()).isEqualTo(new Outcome.Success<>("a"));
    assertThat(second.isFired()).isFalse();
    assertThat(queue.waiting()).isEqualTo(1);
    assertThat(queue.stored()).isZero();
  }

  @Test
  void put_null_isAnItem() {
    DeferredQueue<@Nullable String> queue = new DeferredQueue<>();
    queue.put(null);
    assertThat(queue.get().state()).isEqualTo(new Outcome.Success<@Nullable String>(null));
  }

  @Test
  void put_deferred_isRefusedAndKeepsTheWaiter() {
    DeferredQueue<Deferred<String>> queue = new DeferredQueue<>();
    queue.get();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queue.put(new Deferred<>()))
        .withMessage("item must not be a Deferred: Deferred [unfired]");
    assertThat(queue.waiting()).isEqualTo(1);
  }

  @Test
  void put_full_overflows() {
    DeferredQueue<String> queue = new DeferredQueue<String>(1, UNLIMITED).label("jobs");
    queue.put("a");
    assertThatExceptionOfType(QueueOverflowException.class)
        .isThrownBy(() -> queue.put("b"))
        .withMessage(
            "DeferredQueue (jobs) [1 of 1 stored, 0 waiting] is full and no get is waiting;"
                + " cannot put b");
    assertThat(queue.get().state()).isEqualTo(new Outcome.Success<>("a"));
  }

  @Test
  void put_sizeZero_isTakenOnlyWhenSomebodyWaits() {
    DeferredQueue<String> queue = new DeferredQueue<>(0, UNLIMITED);
    assertThatExceptionOfType(QueueOverflowException.class).isThrownBy(() -> queue.put("a"));
    Deferred<String> waiting = queue.get();
    queue.put("b");
    assertThat(waiting.state()).isEqualTo(new Outcome.Success<>("b"));
  }

  @Test
  void get_backlogFull_underflows() {
    DeferredQueue<String> queue = new DeferredQueue<>(UNLIMITED, 1);
    queue.get();
    assertThatExceptionOfType(QueueUnderflowException.class)
        .isThrownBy(queue::get)
        .withMessage(
            "DeferredQueue [0 stored, 1 of 1 waiting] is empty and no further get may wait;"
                + " cannot get");
    assertThat(queue.waiting()).isEqualTo(1);
  }

  @Test
  void get_backlogZero_givesOnlyWhatIsStored() {
    DeferredQueue<String> queue = new DeferredQueue<>(UNLIMITED, 0);
    assertThatExceptionOfType(QueueUnderflowException.class).isThrownBy(queue::get);
    queue.put("a");
    assertThat(queue.get().state()).isEqualTo(new Outcome.Success<>("a"));
  }

  @Test
  void cancel_waitingGet_givesUpTheTurnAndItsPlaceInTheBacklog() {
    DeferredQueue<String> queue = new DeferredQueue<>(UNLIMITED, 1);
    Deferred<String> gone = queue.get();
    gone.cancel();
    assertThat(DeferredLockTest.failureOf(gone)).isInstanceOf(CancellationException.class);
    Deferred<String> next = queue.get();
    queue.put("a");
    assertThat(next.state()).isEqualTo(new Outcome.Success<>("a"));
  }

  @Test
  void cancel_firedGet_doesNothing() {
    DeferredQueue<String> queue = new DeferredQueue<>();
    Deferred<String> got = queue.get();
    queue.put("a");
    got.cancel();
    assertThat(got.state()).isEqualTo(new Outcome.Success<>("a"));
  }

  @Test
  void put_inCallbackOfGet_goesToTheNextWaiter() {
    DeferredQueue<Integer> queue = new DeferredQueue<>();
    List<Integer> got = new ArrayList<>();
    queue.get().addEffect(item -> queue.put(item + 1)).addEffect(got::add);
    queue.get().addEffect(got::add);
    queue.put(1);
    assertThat(got).containsExactly(2, 1);
  }

  @Test
  void constructor_negativeLimits_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeferredQueue<String>(-1, 0))
        .withMessage("size must not be negative: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeferredQueue<String>(0, -1))
        .withMessage("backlog must not be negative: -1");
  }

  @Test
  void toString_namesBothSides() {
    DeferredQueue<String> queue = new DeferredQueue<String>(10, 5).label("jobs");
    queue.put("a");
    assertThat(queue).hasToString("DeferredQueue (jobs) [1 of 10 stored, 0 of 5 waiting]");
    assertThat(new DeferredQueue<String>()).hasToString("DeferredQueue [0 stored, 0 waiting]");
  }
}
