// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.ExpectedWork;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import dev.assay.pending.Pending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deferreds made of stages, which may end on any thread. */
final class FromStageTest {
  private final ManualExecutor reactor = new ManualExecutor();
  private final CompletableFuture<String> future = new CompletableFuture<>();
  private final IOException gone = new IOException("gone");

  private static void onAnotherThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join();
  }

  @Test
  void fromStage_endedWithAValue_hasFiredHereAndNow() {
    assertThat(value(Deferreds.fromStage(CompletableFuture.completedFuture("v"), reactor)))
        .isEqualTo("v");
    assertThat(reactor.size()).isZero();
  }

  @Test
  void fromStage_endedWithAFailure_hasFailedHereAndNow() {
    assertThat(failure(Deferreds.fromStage(CompletableFuture.failedFuture(gone), reactor)))
        .isSameAs(gone);
  }

  @Test
  void fromStage_endedWithNull_hasFiredWithNull() {
    CompletableFuture<@Nullable String> nothing = new CompletableFuture<>();
    nothing.complete(null);
    Deferred<@Nullable String> deferred = Deferreds.fromStage(nothing, reactor);
    assertThat(value(deferred)).isNull();
  }

  @Test
  void fromStage_failureOfAnEarlierStage_isUnwrapped() {
    Deferred<Integer> deferred = Deferreds.fromStage(future.thenApply(String::length), reactor);
    future.completeExceptionally(gone);
    reactor.runAll();
    assertThat(failure(deferred)).isSameAs(gone);
  }

  @Test
  void fromStage_minimalStage_works() {
    Deferred<String> deferred = Deferreds.fromStage(future.minimalCompletionStage(), reactor);
    future.complete("v");
    reactor.runAll();
    assertThat(value(deferred)).isEqualTo("v");
  }

  @Test
  void fromStage_thatIsNobodysFuture_works() {
    Deferred<String> deferred = Deferreds.fromStage(ClosedStage.of(future), reactor);
    assertThat(deferred.isFired()).isFalse();
    future.complete("v");
    reactor.runAll();
    assertThat(value(deferred)).isEqualTo("v");
  }

  @Test
  void fromStage_thatIsNobodysFuture_ended_hasFiredHereAndNow() {
    CompletableFuture<String> value = CompletableFuture.completedFuture("v");
    CompletableFuture<String> failed = CompletableFuture.failedFuture(gone);
    assertThat(value(Deferreds.fromStage(ClosedStage.of(value), reactor))).isEqualTo("v");
    assertThat(failure(Deferreds.fromStage(ClosedStage.of(failed), reactor))).isSameAs(gone);
    assertThat(reactor.size()).isZero();
  }

  @Test
  void fromStage_thatIsNobodysFuture_failureOfAnEarlierStage_isUnwrapped() {
    CompletableFuture<Integer> size = future.thenApply(String::length);
    Deferred<Integer> deferred = Deferreds.fromStage(ClosedStage.of(size), reactor);
    future.completeExceptionally(gone);
    reactor.runAll();
    assertThat(failure(deferred)).isSameAs(gone);
  }

  @Test
  void cancel_stageThatIsNobodysFuture_cancelsTheDeferredOnly() {
    Deferred<String> deferred = Deferreds.fromStage(ClosedStage.of(future), reactor);
    deferred.cancel();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
    future.complete("too late");
    reactor.runAll();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
  }

  @Test
  void fromStage_endsOnAnotherThread_firesOnTheReactorsOnly() throws Exception {
    List<Thread> ranOn = new ArrayList<>();
    Deferred<String> deferred = Deferreds.fromStage(future, reactor);
    deferred.addEffect(v -> ranOn.add(Thread.currentThread()));
    onAnotherThread(() -> future.complete("v"));
    assertThat(deferred.isFired()).isFalse();
    assertThat(reactor.size()).isEqualTo(1);
    reactor.runAll();
    assertThat(value(deferred)).isEqualTo("v");
    assertThat(ranOn).containsExactly(Thread.currentThread());
  }

  @Test
  void fromStage_failsOnAnotherThread_failsOnTheReactorsOnly() throws Exception {
    Deferred<String> deferred = Deferreds.fromStage(future, reactor);
    onAnotherThread(() -> future.completeExceptionally(gone));
    assertThat(deferred.isFired()).isFalse();
    reactor.runAll();
    assertThat(failure(deferred)).isSameAs(gone);
  }

  @Test
  void fromStage_endsOnTheReactorsThread_isHandedOverTheSameWay() {
    Deferred<String> deferred = Deferreds.fromStage(future, reactor);
    future.complete("v");
    assertThat(deferred.isFired()).isFalse();
    reactor.runAll();
    assertThat(value(deferred)).isEqualTo("v");
  }

  @Test
  void cancel_unended_cancelsTheFuture() {
    Deferred<String> deferred = Deferreds.fromStage(future, reactor);
    deferred.cancel();
    assertThat(future).isCancelled();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
    reactor.runAll();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancel_endIsOnItsWay_endIsIgnored() {
    Deferred<String> deferred = Deferreds.fromStage(future, reactor);
    future.complete("v");
    deferred.cancel();
    reactor.runAll();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancel_directExecutor_failsWithTheFuturesCancellation() {
    Deferred<String> deferred = Deferreds.fromStage(future, Runnable::run);
    deferred.cancel();
    assertThat(future).isCancelled();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
  }

  @Test
  void futureCancelled_failsWithACancellation() {
    Deferred<String> deferred = Deferreds.fromStage(future, reactor);
    future.cancel(true);
    reactor.runAll();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
  }

  @Test
  void fromStage_valueIsADeferred_failsAndSaysSo() {
    Deferred<String> inner = new Deferred<String>().label("inner");
    Deferred<Deferred<String>> deferred =
        Deferreds.fromStage(CompletableFuture.completedFuture(inner), reactor);
    assertThat(failure(deferred))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Deferred [unfired] cannot fire with Deferred (inner) [unfired];"
                + " use chainDeferred to pass the result on");
  }

  @Test
  void fromStage_callbackThrows_futureIsUntouched() {
    Deferred<String> deferred = Deferreds.fromStage(future, Runnable::run);
    deferred.addEffect(
        v -> {
          throw gone;
        });
    assertThat(future.complete("v")).isTrue();
    assertThat(failure(deferred)).isSameAs(gone);
    assertThat(future).isCompletedWithValue("v");
  }

  @Test
  void fromStage_reactorRefusesTheEnd_isLogged() throws Exception {
    RejectedExecutionException refused = new RejectedExecutionException("stopped");
    Ledger ledger =
        Watched.run(
            () -> {
              Deferreds.fromStage(
                  future,
                  work -> {
                    throw refused;
                  });
              future.complete("v");
            });
    assertThat(ledger.flushLoggedErrors(Exception.class)).containsExactly(refused);
    assertThat(ledger.snapshot()).extracting(Pending::detail).containsExactly("unfired");
  }

  @Test
  void fromStage_inATrial_anotherThreadMayStillFireIt() throws Exception {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      Deferred<String> deferred = Deferreds.fromStage(future, reactor);
      Deferred<String> ours = new Deferred<>();
      assertThat(ExpectedWork.awaitedIn(ledger))
          .extracting(Pending::name)
          .containsExactly(deferred.name());
      assertThat(ours.isFired()).isFalse();
      onAnotherThread(() -> future.complete("v"));
      assertThat(ExpectedWork.awaitedIn(ledger)).hasSize(1);
      reactor.runAll();
      assertThat(ExpectedWork.awaitedIn(ledger)).isEmpty();
    }
  }

  @Test
  void fromStage_null_refused() {
    assertThatThrownBy(() -> Deferreds.fromStage(future, nothing()))
        .isInstanceOf(NullPointerException.class);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @Test
  void fromStage_endedButTellsOnAnotherThread_hasFiredHereAndNow() {
    CompletableFuture<String> telling =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw new AssertionError("nobody needs to be told");
          }
        };
    telling.complete("v");
    assertThat(value(Deferreds.fromStage(telling, reactor))).isEqualTo("v");
  }

  @Test
  void fromStage_cancelledBefore_fails() {
    future.cancel(true);
    assertThat(failure(Deferreds.fromStage(future, reactor)))
        .isInstanceOf(CancellationException.class);
  }
}
