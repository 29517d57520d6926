// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.VirtualClock;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a trial knows of a clock's futures. */
@SuppressWarnings("FutureReturnValueIgnored")
final class FuturesInTrialTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void futureInATrial_isLeftBehind_ifItIsNotDoneAndSomebodyWaits() throws Exception {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      VirtualClock watched = new VirtualClock();
      CompletableFuture<String> awaited = watched.future();
      CompletableFuture<String> ignored = watched.future();
      awaited.thenApply(v -> v);
      awaited.orTimeout(1, SECONDS);

      assertThat(ledger.snapshot().get(0).toString())
          .matches(
              "Future#1: not done, 1 dependent; created at"
                  + " FuturesInTrialTest.java:\\d+ in \\w+ \\(test, t=0s\\)");
      assertThat(ledger.snapshot()).extracting(Pending::awaited).containsExactly(true, false, true);
      assertThat(ledger.snapshot().get(2).toString())
          .startsWith(
              "DelayedCall#1 (orTimeout): due at t=1s; created at FuturesInTrialTest.java:");
      assertThat(ignored.toString())
          .matches("Future#2 created at FuturesInTrialTest.java:\\d+ in \\w+ \\[Not completed]");
      ignored.complete("a");
      watched.advance(SECOND);
    }

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void futureThatAnotherThreadCompletes_isSettled_andThatIsNoCallFromOutside() throws Exception {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      VirtualClock watched = new VirtualClock();
      CompletableFuture<String> future = watched.future();
      Thread worker = new Thread(() -> future.complete("a"));
      worker.start();
      worker.join();
      watched.advance(SECOND);
    }

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void futureOfADeferred_hasNoLineOfItsOwn() throws Exception {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      Deferreds.toFuture(new Deferred<String>(), new VirtualClock()).thenApply(v -> v);
    }

    assertThat(ledger.snapshot()).extracting(Pending::kind).containsExactly(PendingKind.DEFERRED);
  }
}
