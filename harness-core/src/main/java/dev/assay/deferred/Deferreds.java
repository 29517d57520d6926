// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Remedy;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Ways to create a Deferred from something else: several Deferreds, a call, a delay, a {@link
 * CompletionStage}.
 *
 * @since 0.1
 */
public final class Deferreds {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "the Deferred that deferLater returned is not awaited",
          "return that Deferred from the test, or cancel() it");

  private Deferreds() {}

  /**
   * Returns a Deferred with all the values, in order, or with the first failure as a {@link
   * FirstErrorException}. The members' failures count as handled. Those after the first are
   * suppressed in it.
   */
  public static <T extends @Nullable Object> Deferred<List<T>> gather(
      Collection<Deferred<T>> deferreds) {
    return gather(deferreds, true);
  }

  /** Gathers the values. The members' failures count as handled only if they are to be consumed. */
  static <T extends @Nullable Object> Deferred<List<T>> gather(
      Collection<Deferred<T>> deferreds, boolean consumeErrors) {
    ListFlag[] flags =
        consumeErrors
            ? new ListFlag[] {ListFlag.FIRE_ON_ONE_ERRBACK, ListFlag.CONSUME_ERRORS}
            : new ListFlag[] {ListFlag.FIRE_ON_ONE_ERRBACK};
    return DeferredList.of(deferreds, flags).addCallback(result -> values(result.outcomes()));
  }

  /**
   * Returns a Deferred with the outcome of each, in order, once all have ended. The members'
   * failures count as handled.
   */
  public static <T extends @Nullable Object> Deferred<List<Outcome<T>>> outcomes(
      Collection<Deferred<T>> deferreds) {
    return DeferredList.of(deferreds, ListFlag.CONSUME_ERRORS).addCallback(ListResult::outcomes);
  }

  private static <T extends @Nullable Object> List<T> values(List<Outcome<T>> outcomes)
      throws Throwable {
    List<T> values = new ArrayList<>(outcomes.size());
    for (Outcome<T> outcome : outcomes) {
      values.add(outcome.get());
    }
    return values;
  }

  /**
   * Returns a Deferred with the first value, or with a {@link FailureGroupException} if all fail.
   * The first value cancels the others, whose results are then ignored. If the race is cancelled,
   * also by a timeout, it fails with the failures of its members, as such a group.
   *
   * @throws IllegalArgumentException if there are none, as there could be no winner
   */
  public static <T extends @Nullable Object> Deferred<Indexed<T>> race(
      Collection<Deferred<T>> deferreds) {
    if (deferreds.isEmpty()) {
      throw new IllegalArgumentException("deferreds must not be empty: none could win the race");
    }
    return new Race<>(List.copyOf(deferreds)).start();
  }

  /** Makes a call and returns a Deferred that has fired with its outcome. */
  public static <T extends @Nullable Object> Deferred<T> execute(Callable<? extends T> call) {
    try {
      return Deferred.succeed(call.call());
    } catch (Throwable error) {
      return Deferred.fail(error);
    }
  }

  /** Makes a call and returns the Deferred that it returns, or one that failed as the call did. */
  public static <T extends @Nullable Object> Deferred<T> maybeDeferred(
      Callable<? extends Deferred<T>> call) {
    try {
      Deferred<T> returned = call.call();
      return returned == null ? Deferred.fail(Messages.callGaveNull(call)) : returned;
    } catch (Throwable error) {
      return Deferred.fail(error);
    }
  }

  /** Returns a Deferred that fires with null after a delay. Cancelling it disarms the call. */
  public static Deferred<@Nullable Void> deferLater(ReactorTime time, Duration delay) {
    Later canceller = new Later();
    Deferred<@Nullable Void> later = new Deferred<>(canceller);
    canceller.call =
        time.callLater(delay, () -> later.callback(null)).label("deferLater").remedy(LEFT_ARMED);
    return later;
  }

  /**
   * Returns a Deferred with the result of a call that is made after a delay. Cancelling it disarms
   * the call.
   */
  public static <T extends @Nullable Object> Deferred<T> deferLater(
      ReactorTime time, Duration delay, Callable<? extends T> call) {
    return deferLater(time, delay).addCallback(ignored -> call.call());
  }

  /**
   * Returns a Deferred with the result of a stage. A stage that has ended fires it at once. A stage
   * that ends later, on any thread, passes its result to the reactor's thread. Cancelling the
   * Deferred cancels the stage's future; a stage that does not support {@code toCompletableFuture}
   * continues.
   *
   * @param reactor runs tasks on the reactor's thread, whichever thread submits them, such as the
   *     {@link ReactorTime#executor()} of a clock or of a whole reactor
   */
  public static <T extends @Nullable Object> Deferred<T> fromStage(
      CompletionStage<T> stage, Executor reactor) {
    return Stages.toDeferred(stage, reactor);
  }

  /**
   * Returns a future with the result of a Deferred, which it removes from the chain. Cancelling the
   * future, on any thread, cancels the Deferred on the reactor's thread.
   *
   * @param reactor runs tasks on the reactor's thread, whichever thread submits them, such as the
   *     {@link ReactorTime#executor()} of a clock or of a whole reactor
   */
  public static <T extends @Nullable Object> CompletableFuture<T> toFuture(
      Deferred<T> deferred, Executor reactor) {
    return Stages.toFuture(deferred, reactor);
  }

  /**
   * Returns a future with the result of a Deferred, which it removes from the chain. The future is
   * bound to a reactor's time, as is everything derived from it: see {@link ReactorTime#future()}.
   * Cancelling the future, on any thread, cancels the Deferred on the reactor's thread.
   */
  public static <T extends @Nullable Object> CompletableFuture<T> toFuture(
      Deferred<T> deferred, ReactorTime time) {
    return Stages.toFuture(deferred, time);
  }

  /** The canceller that disarms the call that would have fired a Deferred. */
  private static final class Later implements Canceller<@Nullable Void> {
    private @Nullable DelayedCall call;

    @Override
    public void cancel(Deferred<@Nullable Void> deferred) {
      if (call != null && call.isActive()) {
        call.cancel();
      }
    }
  }
}
