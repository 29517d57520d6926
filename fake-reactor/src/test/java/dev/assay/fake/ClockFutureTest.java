// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.timeline.OtherThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Futures that stay with a clock's time. */
@SuppressWarnings("FutureReturnValueIgnored")
final class ClockFutureTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final CompletableFuture<String> future = clock.future();
  private final List<String> log = new ArrayList<>();

  @Test
  void orTimeout_failsWhenTheTimeOfTheClockIsUp() {
    future.orTimeout(2, SECONDS);
    clock.advance(SECOND);
    assertThat(future).isNotDone();
    clock.advance(SECOND);

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(future::get)
        .withCauseInstanceOf(TimeoutException.class)
        .withMessageContaining("Future [Not completed]: not done within 2s");
  }

  @Test
  void completeOnTimeout_completesWhenTheTimeOfTheClockIsUp() {
    future.completeOnTimeout("late", 2, SECONDS);
    clock.advance(SECOND.multipliedBy(2));

    assertThat(future).isCompletedWithValue("late");
  }

  @Test
  void timeout_isDisarmed_asSoonAsTheFutureIsDone() {
    future.orTimeout(2, SECONDS).completeOnTimeout("late", 3, SECONDS);
    assertThat(clock.delayedCalls())
        .extracting(call -> call.toString().replaceAll(",.*", ""))
        .containsExactly("DelayedCall (orTimeout)", "DelayedCall (completeOnTimeout)");
    future.complete("a");

    assertThat(clock.delayedCalls()).isEmpty();
  }

  @Test
  void timeoutWithoutEnd_isOneToo() {
    clock.advance(SECOND);
    future.orTimeout(Long.MAX_VALUE, SECONDS);
    future.complete("a");

    assertThat(clock.delayedCalls()).isEmpty();
  }

  @Test
  void timeoutThatAnotherThreadAsksFor_isCountedFromThen() {
    OtherThread.run(() -> future.orTimeout(2, SECONDS));
    clock.advance(SECOND.multipliedBy(2).minusNanos(1));
    assertThat(future).isNotDone();
    clock.advance(Duration.ofNanos(1));

    assertThat(future).isCompletedExceptionally();
  }

  @Test
  void futureThatAnotherThreadCompletes_isDisarmedBeforeTimeMoves() {
    future.orTimeout(2, SECONDS);
    OtherThread.run(() -> future.complete("a"));
    clock.advance(SECOND.multipliedBy(5));

    assertThat(future).isCompletedWithValue("a");
  }

  static List<Function<CompletableFuture<String>, CompletionStage<?>>> dependents() {
    CompletableFuture<String> done = CompletableFuture.completedFuture("b");
    return List.of(
        some -> some.thenApply(v -> v),
        some -> some.thenApplyAsync(v -> v),
        some -> some.thenAccept(v -> {}),
        some -> some.thenRun(() -> {}),
        some -> some.thenCombine(done, (a, b) -> a),
        some -> some.thenAcceptBoth(done, (a, b) -> {}),
        some -> some.runAfterBoth(done, () -> {}),
        some -> some.applyToEither(some, v -> v),
        some -> some.thenCompose(v -> done),
        some -> some.handle((v, e) -> v),
        some -> some.whenComplete((v, e) -> {}),
        some -> some.exceptionally(e -> "x"),
        CompletableFuture::copy,
        CompletableFuture::newIncompleteFuture,
        CompletableFuture::minimalCompletionStage,
        some -> some.minimalCompletionStage().toCompletableFuture(),
        some -> some.minimalCompletionStage().thenApply(v -> v),
        some -> some.thenApply(v -> v).thenApply(v -> v));
  }

  @ParameterizedTest
  @MethodSource("dependents")
  void dependents_runTheirAsynchronousOnesOnTheClock(
      Function<CompletableFuture<String>, CompletionStage<?>> derive) {
    CompletionStage<?> derived = derive.apply(future);
    CompletableFuture<?> next =
        derived
            .handleAsync((v, e) -> log.add("on " + Thread.currentThread().getName()))
            .toCompletableFuture();
    future.complete("a");
    ((CompletableFuture<?>) derived.toCompletableFuture()).complete(null);
    assertThat(log).isEmpty();
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("on " + Thread.currentThread().getName());
    assertThat(next.isDone()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dependents")
  void dependents_goByTheClock(Function<CompletableFuture<String>, CompletionStage<?>> derive) {
    CompletableFuture<?> derived = derive.apply(future).toCompletableFuture();
    derived.orTimeout(1, SECONDS);
    clock.advance(SECOND);

    assertThat(derived.isCompletedExceptionally()).isTrue();
  }

  @Test
  void completeAsync_runsOnTheClock() {
    future.completeAsync(() -> "at " + clock.elapsed());
    assertThat(future).isNotDone();
    clock.advance(SECOND);

    assertThat(future).isCompletedWithValue("at PT0S");
  }

  @Test
  void waitWithoutALimit_onTheClocksThread_isExplainedAtOnce() {
    assertThatIllegalStateException()
        .isThrownBy(future::join)
        .withMessage(
            "the thread that may have to complete it must not wait for Future [Not completed];"
                + " return it from the test, add a dependent to it, or let time pass with"
                + " get(timeout, unit)");
    assertThatIllegalStateException().isThrownBy(future::get);
    assertThatIllegalStateException().isThrownBy(future.thenApply(v -> v)::join);
  }

  @Test
  void timedGet_onTheClocksThread_advancesTheClock() throws Exception {
    clock.callLater(SECOND, () -> future.complete("a"));

    assertThat(future.get(5, SECONDS)).isEqualTo("a");
    assertThat(clock.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void timedGet_onTheClocksThread_thatTimesOut_movesTheClockByTheTimeOut() {
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> future.get(5, SECONDS))
        .withMessage("Future [Not completed]: not done within 5s");
    assertThat(clock.elapsed()).isEqualTo(SECOND.multipliedBy(5));
  }

  @Test
  void timedGet_insideACall_timesOutAtOnce() {
    clock.callLater(
        SECOND,
        () ->
            assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> future.get(5, SECONDS)));
    clock.advance(SECOND);

    assertThat(clock.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void timedGet_ofAFutureWithATimeout_seesTheTimeout() throws Exception {
    assertThat(future.completeOnTimeout("late", 1, SECONDS).get(5, SECONDS)).isEqualTo("late");
  }

  @Test
  void waitsOfAnotherThread_areForTheFuture_orForTheTimeOfTheClock() throws Exception {
    CompletableFuture<String> never = clock.future();
    OtherThread<String> joining = OtherThread.running(future::join);
    OtherThread<String> getting = OtherThread.running(() -> never.get(1, SECONDS));
    joining.awaitWaiting();
    getting.awaitWaiting();
    clock.callLater(SECOND, () -> future.complete("a"));
    clock.advance(Duration.ofHours(1));

    assertThat(joining.result()).isEqualTo("a");
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(getting::result)
        .withCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void timedGetOfAnotherThread_ofAClockThatNobodyDrives_comesToAnEnd() {
    clock.timeline().waitAtMost(1);
    OtherThread<String> getting = OtherThread.running(() -> future.get(1, NANOSECONDS));

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(getting::result)
        .withCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void futureOfADeferred_endsAsItDoes_andCancelsIt() {
    Deferred<String> fired = new Deferred<>();
    CompletableFuture<String> ofFired = Deferreds.toFuture(fired, clock);
    Deferred<String> cancelled = new Deferred<>(ignored -> log.add("cancelling"));
    CompletableFuture<String> ofCancelled = Deferreds.toFuture(cancelled.label("page"), clock);
    fired.callback("a");
    assertThat(ofCancelled.toString()).isEqualTo("future of Deferred (page) [Not completed]");
    ofCancelled.cancel(true);
    clock.advance(Duration.ZERO);

    assertThat(ofFired).isCompletedWithValue("a");
    assertThat(log).containsExactly("cancelling");
    assertThat(cancelled.isUnhandled()).isFalse();
  }

  @Test
  void futureOfADeferred_timesOutByTheClock() {
    CompletableFuture<String> limited =
        Deferreds.toFuture(new Deferred<String>(), clock).orTimeout(1, SECONDS);
    clock.advance(SECOND);

    assertThat(limited).isCompletedExceptionally();
  }

  @Test
  void futureOfAReactor_goesByItsClock() throws Exception {
    FakeReactor reactor = new FakeReactor();
    CompletableFuture<String> late = reactor.<String>future().completeOnTimeout("late", 1, SECONDS);

    assertThat(late.get(5, SECONDS)).isEqualTo("late");
    assertThat(reactor.elapsed()).isEqualTo(SECOND);
  }
}
