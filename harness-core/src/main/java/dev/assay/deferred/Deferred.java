// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static java.util.Objects.requireNonNull;

import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A result that arrives later, and the chain of callbacks that it passes through.
 *
 * <p>Each {@code add…} method appends one level and returns the same object with a new type: the
 * result of one level is passed to the next. A value goes to the level's callback and a failure to
 * its errback; if the level has no such side, the result passes unchanged. What a level throws is
 * the failure that the next level receives. Levels run one after the other when the Deferred is
 * fired, or at once if it has fired.
 *
 * <pre>{@code
 * Deferred<Page> page = fetch(url).addCallback(Page::parse).addErrback(IOException.class, e -> NONE);
 * }</pre>
 *
 * <p>A callback that returns a Deferred is added with {@link #addDeferringCallback}. The chain then
 * waits for that Deferred and continues with its result, which is replaced by null in that
 * Deferred.
 *
 * <p>A Deferred belongs to the thread of its reactor. In a trial, other threads may only read it.
 *
 * @param <T> the type of the last level's result
 * @since 0.1
 */
public final class Deferred<T extends @Nullable Object> extends WatchedChain {
  /** Stops the work; null without a canceller, and after firing. */
  @Nullable Canceller<T> canceller;

  /** Creates a Deferred that has not fired. */
  public Deferred() {}

  /** Creates a Deferred whose work can be stopped. */
  public Deferred(Canceller<T> canceller) {
    this.canceller = requireNonNull(canceller, "canceller");
  }

  /** Returns a Deferred that has fired with a value. */
  public static <T extends @Nullable Object> Deferred<T> succeed(T value) {
    if (value instanceof Deferred<?> other) {
      throw Messages.bornWithDeferred(other);
    }
    Deferred<T> deferred = new Deferred<>();
    deferred.startWith(value);
    return deferred;
  }

  /** Returns a Deferred that has fired with a failure. */
  public static <T extends @Nullable Object> Deferred<T> fail(Throwable error) {
    Deferred<T> deferred = new Deferred<>();
    deferred.startWith(new Failed(error));
    return deferred;
  }

  /** Appends a callback. It receives a value, and returns the next result. */
  public <U extends @Nullable Object> Deferred<U> addCallback(
      Callback<? super T, ? extends U> callback) {
    return with(record() == null ? callback : onValue(false, callback));
  }

  /** Appends an action on values, which pass unchanged. */
  public Deferred<T> addEffect(Effect<? super T> effect) {
    requireNonNull(effect, "effect");
    return this.<T>addCallback(
        value -> {
          effect.on(value);
          return value;
        });
  }

  /** Appends an errback. It receives any failure, and returns a value as the next result. */
  public Deferred<T> addErrback(Callback<? super Throwable, ? extends T> errback) {
    return addErrback(Throwable.class, errback);
  }

  /** Appends an errback for failures of one type. Other failures pass. */
  public <X extends Throwable> Deferred<T> addErrback(
      Class<X> type, Callback<? super X, ? extends T> errback) {
    return with(onFailure(false, type, errback));
  }

  /** Appends one level with two sides. The errback does not receive what the callback throws. */
  public <U extends @Nullable Object> Deferred<U> addCallbacks(
      Callback<? super T, ? extends U> callback, Callback<? super Throwable, ? extends U> errback) {
    return with(onEither(false, callback, errback));
  }

  /**
   * Appends one function for values and failures. {@link Outcome#get} returns the value or throws
   * the failure.
   */
  public <U extends @Nullable Object> Deferred<U> addBoth(
      Callback<? super Outcome<T>, ? extends U> function) {
    return with(new Level.Both(site(), false, function));
  }

  /**
   * Appends a callback that returns a Deferred. The chain continues with that Deferred's result.
   */
  public <U extends @Nullable Object> Deferred<U> addDeferringCallback(
      Callback<? super T, ? extends Deferred<? extends U>> callback) {
    return with(onValue(true, callback));
  }

  /** Appends an errback that returns a Deferred. */
  public Deferred<T> addDeferringErrback(
      Callback<? super Throwable, ? extends Deferred<? extends T>> errback) {
    return addDeferringErrback(Throwable.class, errback);
  }

  /** Appends an errback that returns a Deferred, for failures of one type. Other failures pass. */
  public <X extends Throwable> Deferred<T> addDeferringErrback(
      Class<X> type, Callback<? super X, ? extends Deferred<? extends T>> errback) {
    return with(onFailure(true, type, errback));
  }

  /** Appends one level with two sides that return Deferreds. */
  public <U extends @Nullable Object> Deferred<U> addDeferringCallbacks(
      Callback<? super T, ? extends Deferred<? extends U>> callback,
      Callback<? super Throwable, ? extends Deferred<? extends U>> errback) {
    return with(onEither(true, callback, errback));
  }

  /** Appends one function for values and failures that returns a Deferred. */
  public <U extends @Nullable Object> Deferred<U> addDeferringBoth(
      Callback<? super Outcome<T>, ? extends Deferred<? extends U>> function) {
    return with(new Level.Both(site(), true, function));
  }

  /**
   * Fires another Deferred with the result of this one, which continues with null. Cancelling the
   * other Deferred does not cancel this one.
   *
   * @throws IllegalStateException if the other Deferred is this one
   */
  public void chainDeferred(Deferred<? super T> other) {
    if (other == this) {
      throw Messages.chainedToItself(this);
    }
    add(new Handover(other, true));
  }

  /**
   * Fires with a value.
   *
   * @throws AlreadyFiredException if this has fired; if it was cancelled and has no canceller, the
   *     first late firing is ignored
   * @throws IllegalStateException if the value is a Deferred
   */
  public void callback(T value) {
    checkThread("fire");
    if (value instanceof Deferred<?> other) {
      throw Messages.firedWithDeferred(this, other);
    }
    fire(value);
  }

  /**
   * Fires with a failure.
   *
   * @throws AlreadyFiredException as {@link #callback} does
   */
  public void errback(Throwable error) {
    checkThread("fire");
    fire(new Failed(error));
  }

  /**
   * Cancels the work behind this Deferred: runs its canceller and, unless that has fired it, fails
   * with a {@link CancellationException}. A Deferred that waits for another one cancels that one
   * instead. A Deferred that has a result is not changed. A Deferred returned by {@link
   * Sequential#run} or by a group of {@link Deferreds} asks those behind it to stop, and ends as
   * they do.
   *
   * <p>What a canceller throws is logged, and the Deferred still fails.
   */
  public void cancel() {
    checkThread("cancel");
    Cancellation.cancel(this);
  }

  /**
   * Cancels this Deferred if the levels added so far have produced no result within the timeout. It
   * then fails with a {@link TimeoutException}, unless its canceller makes it succeed or fail in
   * another way.
   */
  public Deferred<T> addTimeout(Duration timeout, ReactorTime time) {
    return addTimeout(timeout, time, outcome -> Cancellation.asTimeout(this, timeout, outcome));
  }

  /**
   * Cancels this Deferred if the levels added so far have produced no result within the timeout,
   * and lets a function determine the result.
   *
   * @param onTimeout receives the outcome of the cancelled chain
   */
  public Deferred<T> addTimeout(
      Duration timeout, ReactorTime time, Callback<? super Outcome<T>, ? extends T> onTimeout) {
    return with(new Cancellation.Timeout(site(), this, timeout, time, onTimeout));
  }

  /** Holds back the levels that have not run, until {@link #unpause()} has been called as often. */
  public void pause() {
    checkThread("pause");
    addPause();
  }

  /**
   * Removes one {@link #pause()}.
   *
   * @throws IllegalStateException if there is none
   */
  public void unpause() {
    checkThread("unpause");
    if (pauses() == 0) {
      throw Messages.unpaired(this);
    }
    removePause();
  }

  /**
   * Returns the number of pauses that hold this back. Waiting for another Deferred counts as one.
   */
  public int pauseCount() {
    return pauses() + (isWaiting() ? 1 : 0);
  }

  /** Returns whether this has fired, by cancellation or otherwise. */
  public boolean isFired() {
    return !isUnfired();
  }

  /** Returns whether this holds a failure that no level has handled. */
  public boolean isUnhandled() {
    return hasUnhandledFailure();
  }

  /** Returns the current state, without changing it. */
  public DeferredState<T> state() {
    if (isUnfired()) {
      return new DeferredState.Unfired<>();
    }
    if (result() instanceof Deferred<?> inner) {
      return new DeferredState.Waiting<>(inner);
    }
    if (result() instanceof Failed failed) {
      return new Outcome.Failure<>(failed.located());
    }
    return Level.outcome(result());
  }

  /**
   * Returns the Deferreds without a result that this waits for: the one that a callback returned,
   * the remaining members of a group, or the one that straight-line code awaits.
   */
  public List<Deferred<?>> waitsOn() {
    if (result() instanceof Deferred<?> inner) {
      return List.of(inner);
    }
    List<Deferred<?>> others = new ArrayList<>(Cancellation.behind(isUnfired() ? canceller : null));
    others.removeIf(some -> some.pauseCount() == 0 && some.state() instanceof Outcome);
    return List.copyOf(others);
  }

  /** Returns the last callbacks that ran, the oldest first. Outside a trial the list is empty. */
  public List<CallbackRun> history() {
    return rememberedRuns();
  }

  /** Sets a name for reports, and returns this. */
  public Deferred<T> label(String label) {
    setLabel(label);
    return this;
  }

  /** Appends a {@link Level.Observer} that belongs to the harness. */
  void observe(Function<Outcome<T>, @Nullable FiringRequest> observer) {
    add(new Level.Observer(null, Level.Remainder.HANDLED, observer));
  }

  /** Appends a {@link Level.Observer} on behalf of user code. */
  void observe(Level.Remainder remainder, Function<Outcome<T>, @Nullable FiringRequest> observer) {
    add(new Level.Observer(site(), remainder, observer));
  }

  @Override
  void beforeFiring(@Nullable Object first) {
    canceller = null;
    super.beforeFiring(first);
  }

  @SuppressWarnings("unchecked")
  private <U extends @Nullable Object> Deferred<U> with(Object level) {
    add(requireNonNull(level, "callback"));
    return (Deferred<U>) this;
  }

  private Level onValue(boolean returnsDeferred, Callback<?, ?> callback) {
    requireNonNull(callback, "callback");
    return new Level.CallbackPair(site(), returnsDeferred, callback, Throwable.class, null);
  }

  private Level onFailure(
      boolean returnsDeferred, Class<? extends Throwable> type, Callback<?, ?> errback) {
    requireNonNull(errback, "errback");
    return new Level.CallbackPair(site(), returnsDeferred, null, type, errback);
  }

  private Level onEither(boolean returnsDeferred, Callback<?, ?> callback, Callback<?, ?> errback) {
    requireNonNull(callback, "callback");
    requireNonNull(errback, "errback");
    return new Level.CallbackPair(site(), returnsDeferred, callback, Throwable.class, errback);
  }
}
