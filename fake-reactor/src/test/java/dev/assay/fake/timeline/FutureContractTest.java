// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the JDK's own future does, and a clock's must do too. */
@ParameterizedClass
@EnumSource
@SuppressWarnings("FutureReturnValueIgnored")
final class FutureContractTest {
  private final CompletableFuture<String> future;

  enum Subject {
    JDK,
    OF_THE_CLOCK,
    OF_A_DEFERRED,
    OF_A_DEFERRED_BY_EXECUTOR
  }

  FutureContractTest(Subject subject) {
    VirtualClock clock = new VirtualClock();
    future =
        switch (subject) {
          case JDK -> new CompletableFuture<>();
          case OF_THE_CLOCK -> clock.future();
          case OF_A_DEFERRED -> Deferreds.toFuture(new Deferred<String>(), clock);
          case OF_A_DEFERRED_BY_EXECUTOR ->
              Deferreds.toFuture(new Deferred<String>(), clock.executor());
        };
  }

  /** Lets the JDK's timer see that it has nothing to do: it waits on for what was cancelled. */
  @AfterEach
  void wakeTheTimerOfTheJdk() {
    new CompletableFuture<String>().completeOnTimeout("now", 0, SECONDS).join();
  }

  @Test
  void newFuture_isNotDone_andHasNoDependents() {
    assertThat(future.isDone()).isFalse();
    assertThat(future.isCancelled()).isFalse();
    assertThat(future.isCompletedExceptionally()).isFalse();
    assertThat(future.getNow("absent")).isEqualTo("absent");
    assertThat(future.getNumberOfDependents()).isZero();
    assertThat(future.toString()).endsWith("[Not completed]");
  }

  @Test
  void completedFuture_hasItsValue_forAllWaysToAsk() throws Exception {
    assertThat(future.complete("a")).isTrue();
    assertThat(future.complete("b")).isFalse();

    assertThat(future.join()).isEqualTo("a");
    assertThat(future.get()).isEqualTo("a");
    assertThat(future.get(0, SECONDS)).isEqualTo("a");
    assertThat(future.getNow("absent")).isEqualTo("a");
    assertThat(future.toString()).endsWith("[Completed normally]");
  }

  @Test
  void failedFuture_throwsItsFailure_wrappedAsTheMethodSays() {
    IllegalStateException failure = new IllegalStateException("failed");
    assertThat(future.completeExceptionally(failure)).isTrue();

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(future::join)
        .withCause(failure);
    assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get).withCause(failure);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> future.get(1, SECONDS))
        .withCause(failure);
    assertThat(future.isCompletedExceptionally()).isTrue();
  }

  @Test
  void cancelledFuture_isDone_andCannotBeCompleted() {
    assertThat(future.cancel(true)).isTrue();
    assertThat(future.cancel(true)).isTrue();
    assertThat(future.complete("late")).isFalse();

    assertThat(future.isCancelled()).isTrue();
    assertThatExceptionOfType(CancellationException.class).isThrownBy(future::join);
    assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> future.get(1, HOURS));
  }

  @Test
  void timedGet_thatIsOver_timesOut() {
    assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(0, SECONDS));
    assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(-1, SECONDS));
    assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(1, MILLISECONDS));
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullUnits_areRefused() {
    List<ThrowingCallable> uses =
        List.of(
            () -> future.get(1, null),
            () -> future.orTimeout(1, null),
            () -> future.completeOnTimeout("x", 1, null),
            () -> future.completeAsync(null),
            () -> future.completeExceptionally(null),
            () -> future.thenApply(null));
    for (ThrowingCallable use : uses) {
      assertThatNullPointerException().isThrownBy(use);
    }
  }

  @Test
  void timeoutOfAFutureThatIsDone_changesNothing() {
    future.complete("a");

    assertThat(future.orTimeout(0, SECONDS)).isSameAs(future);
    assertThat(future.completeOnTimeout("late", 0, SECONDS)).isSameAs(future);
    assertThat(future.join()).isEqualTo("a");
  }

  @Test
  void futureThatIsCompletedInTime_keepsItsValue() throws Exception {
    CompletableFuture<String> limited = future.orTimeout(1, HOURS);
    limited.completeOnTimeout("late", 2, HOURS);
    future.complete("a");

    assertThat(limited.get(1, MINUTES)).isEqualTo("a");
  }

  @Test
  void dependents_runInTheThreadThatCompletes_andAreCounted() {
    List<String> log = new ArrayList<>();
    CompletableFuture<Void> dependent = future.thenAccept(log::add);
    future.thenAccept(log::add);
    assertThat(future.getNumberOfDependents()).isEqualTo(2);
    future.complete("a");

    assertThat(log).containsExactly("a", "a");
    assertThat(dependent.isDone()).isTrue();
  }

  @Test
  void dependentOfAFailure_failsWithItAsItsCause() {
    IllegalStateException failure = new IllegalStateException("failed");
    CompletableFuture<String> dependent = future.thenApply(value -> value + "!");
    CompletableFuture<String> copy = future.copy();
    future.completeExceptionally(failure);

    for (CompletableFuture<String> derived : List.of(dependent, copy)) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(derived::join)
          .withCause(failure);
    }
  }

  @Test
  void copy_isCompletedByItsOriginal_andNotTheOtherWayRound() {
    CompletableFuture<String> copy = future.copy();
    assertThat(copy.complete("mine")).isTrue();
    assertThat(future.isDone()).isFalse();

    CompletableFuture<String> other = future.copy();
    future.complete("a");
    assertThat(other.join()).isEqualTo("a");
  }

  @Test
  void minimalStage_isOfNoUseAsAFuture_butCanBeMadeOne() throws Exception {
    CompletionStage<String> stage = future.minimalCompletionStage();
    CompletionStage<String> next = stage.thenApply(value -> value + "!");
    CompletableFuture<String> unwrapped = next.toCompletableFuture();
    for (CompletionStage<String> some : List.of(stage, next)) {
      usesAsAFuture((CompletableFuture<String>) some)
          .forEach(
              use ->
                  assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(use));
    }
    future.complete("a");

    assertThat(unwrapped.get(1, MINUTES)).isEqualTo("a!");
    assertThat(stage.toCompletableFuture().get(1, MINUTES)).isEqualTo("a");
  }

  private static Stream<ThrowingCallable> usesAsAFuture(CompletableFuture<String> stage) {
    return Stream.of(
        stage::get,
        stage::join,
        stage::isDone,
        stage::isCancelled,
        stage::isCompletedExceptionally,
        stage::getNumberOfDependents,
        () -> stage.get(1, SECONDS),
        () -> stage.getNow("x"),
        () -> stage.complete("x"),
        () -> stage.completeExceptionally(new IllegalStateException()),
        () -> stage.cancel(true),
        () -> stage.obtrudeValue("x"),
        () -> stage.obtrudeException(new IllegalStateException()),
        () -> stage.completeAsync(() -> "x"),
        () -> stage.completeAsync(() -> "x", Runnable::run),
        () -> stage.orTimeout(1, SECONDS),
        () -> stage.completeOnTimeout("x", 1, SECONDS));
  }

  @Test
  void minimalStageOfAFailure_failsWithItAsItsCause() {
    IllegalStateException failure = new IllegalStateException("failed");
    CompletionStage<String> stage = future.minimalCompletionStage();
    future.completeExceptionally(failure);

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(stage.toCompletableFuture()::join)
        .withCause(failure);
  }

  @Test
  void obtrudedValue_replacesTheOneThatIsThere() {
    future.complete("a");
    future.obtrudeValue("b");

    assertThat(future.join()).isEqualTo("b");
  }
}
