// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static java.util.Objects.requireNonNull;

import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A result that arrives later, and the chain of callbacks that it goes through.
 *
 * <p>Each {@code add…} method appends one level and returns the same object, retyped: what one
 * level gives, the next one takes. A value goes to the level's callback and a failure to its
 * errback; a side that is not there lets the result pass. What a level throws is the failure that
 * the next one gets. Levels run, one after the other, when the Deferred is fired, or at once if it
 * has been.
 *
 * <pre>{@code
 * Deferred<Page> page = fetch(url).addCallback(Page::parse).addErrback(IOException.class, e -> NONE);
 * }</pre>
 *
 * <p>A callback that gives a Deferred is added with {@link #addDeferring}: the chain then waits for
 * it and goes on with its result, which leaves that Deferred with null.
 *
 * <p>A Deferred belongs to the thread of its reactor; in a trial, others may only look at it.
 *
 * @param <T> what the last level gives
 * @since 0.1
 */
public final class Deferred<T extends @Nullable Object> extends WatchedChain {
  /** What stops the work, until this fires. */
  @Nullable Canceller<T> canceller;

  /** Makes a Deferred that has not fired. */
  public Deferred() {}

  /** Makes a Deferred whose work can be stopped. */
  public Deferred(Canceller<T> canceller) {
    this.canceller = requireNonNull(canceller, "canceller");
  }

  /** Returns a Deferred that has fired with a value. */
  public static <T extends @Nullable Object> Deferred<T> succeed(T value) {
    if (value instanceof Deferred<?> other) {
      throw Wording.bornWithDeferred(other);
    }
    Deferred<T> deferred = new Deferred<>();
    deferred.bear(value);
    return deferred;
  }

  /** Returns a Deferred that has fired with a failure. */
  public static <T extends @Nullable Object> Deferred<T> fail(Throwable error) {
    Deferred<T> deferred = new Deferred<>();
    deferred.bear(new Failed(error));
    return deferred;
  }

  /** Appends a callback: it takes a value, and what it gives is the next result. */
  public <U extends @Nullable Object> Deferred<U> addCallback(
      Callback<? super T, ? extends U> callback) {
    return with(watcher() == null ? callback : onValue(false, callback));
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

  /** Appends an errback: it takes any failure, and the value it gives is the next result. */
  public Deferred<T> addErrback(Callback<? super Throwable, ? extends T> errback) {
    return addErrback(Throwable.class, errback);
  }

  /** Appends an errback for failures of one type; others pass. */
  public <X extends Throwable> Deferred<T> addErrback(
      Class<X> type, Callback<? super X, ? extends T> errback) {
    return with(onFailure(false, type, errback));
  }

  /** Appends one level with two sides: the errback does not see what the callback throws. */
  public <U extends @Nullable Object> Deferred<U> addCallbacks(
      Callback<? super T, ? extends U> callback, Callback<? super Throwable, ? extends U> errback) {
    return with(onEither(false, callback, errback));
  }

  /** Appends one function for both: {@link Outcome#get} gives the value or throws the failure. */
  public <U extends @Nullable Object> Deferred<U> addBoth(
      Callback<? super Outcome<T>, ? extends U> function) {
    return with(new Level.Both(site(), false, function));
  }

  /** Appends a callback that gives a Deferred: the chain goes on with what that one gives. */
  public <U extends @Nullable Object> Deferred<U> addDeferring(
      Callback<? super T, ? extends Deferred<? extends U>> callback) {
    return with(onValue(true, callback));
  }

  /** Appends an errback that gives a Deferred. */
  public Deferred<T> addDeferringErrback(
      Callback<? super Throwable, ? extends Deferred<? extends T>> errback) {
    return addDeferringErrback(Throwable.class, errback);
  }

  /** Appends an errback that gives a Deferred, for failures of one type; others pass. */
  public <X extends Throwable> Deferred<T> addDeferringErrback(
      Class<X> type, Callback<? super X, ? extends Deferred<? extends T>> errback) {
    return with(onFailure(true, type, errback));
  }

  /** Appends one level with two sides that give Deferreds. */
  public <U extends @Nullable Object> Deferred<U> addDeferringCallbacks(
      Callback<? super T, ? extends Deferred<? extends U>> callback,
      Callback<? super Throwable, ? extends Deferred<? extends U>> errback) {
    return with(onEither(true, callback, errback));
  }

  /** Appends one function for both that gives a Deferred. */
  public <U extends @Nullable Object> Deferred<U> addDeferringBoth(
      Callback<? super Outcome<T>, ? extends Deferred<? extends U>> function) {
    return with(new Level.Both(site(), true, function));
  }

  /**
   * Fires another Deferred with this one's result, and goes on with null. Cancelling the other one
   * does not reach this one.
   *
   * @throws IllegalStateException if it is this one
   */
  public void chainDeferred(Deferred<? super T> other) {
    if (other == this) {
      throw Wording.chainedToItself(this);
    }
    add(new Handover(other, true));
  }

  /**
   * Fires with a value.
   *
   * @throws AlreadyFiredException if it has fired; of a Deferred that was cancelled and has no
   *     canceller, the first late firing is ignored
   * @throws IllegalStateException if the value is a Deferred
   */
  public void callback(T value) {
    checkThread("fire");
    if (value instanceof Deferred<?> other) {
      throw Wording.firedWithDeferred(this, other);
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
   * Cancels the work behind this Deferred: runs its canceller and, unless that fired it, fails with
   * a {@link CancellationException}. One that waits passes this on to the one that it waits for;
   * one that has a result is left alone. What {@link Sequential#run} and the groups of {@link
   * Deferreds} gave asks those behind it to stop, and ends as they do.
   *
   * <p>What a canceller throws is logged, and the Deferred fails all the same.
   */
  public void cancel() {
    checkThread("cancel");
    Cancellation.cancel(this);
  }

  /**
   * Cancels this Deferred if the levels added so far have given no result in time. It then fails
   * with a {@link TimeoutException}, unless its canceller makes it succeed or fail in another way.
   */
  public Deferred<T> addTimeout(Duration timeout, ReactorTime time) {
    return addTimeout(timeout, time, outcome -> Cancellation.asTimeout(this, timeout, outcome));
  }

  /**
   * Cancels this Deferred if the levels added so far have given no result in time, and lets a
   * function give the result of that.
   *
   * @param onTimeout takes what the cancelled chain came to
   */
  public Deferred<T> addTimeout(
      Duration timeout, ReactorTime time, Callback<? super Outcome<T>, ? extends T> onTimeout) {
    return with(new Cancellation.Timeout(site(), this, timeout, time, onTimeout));
  }

  /** Holds back the levels that have not run, until {@link #unpause()} was called as often. */
  public void pause() {
    checkThread("pause");
    addPause();
  }

  /**
   * Takes back one {@link #pause()}.
   *
   * @throws IllegalStateException if there is none
   */
  public void unpause() {
    checkThread("unpause");
    if (pauses() == 0) {
      throw Wording.unpaired(this);
    }
    removePause();
  }

  /** Returns the number of pauses that hold this back; to wait for another Deferred is one. */
  public int pauseCount() {
    return pauses() + (isWaiting() ? 1 : 0);
  }

  /** Returns whether this has fired; to be cancelled is one way. */
  public boolean isFired() {
    return !isUnfired();
  }

  /** Returns whether this holds a failure that nobody has handled. */
  public boolean isUnhandled() {
    return hasUnhandledFailure();
  }

  /** Returns what this holds, and changes nothing. */
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
   * Returns the Deferreds without a result that this waits for: the one that a callback gave, what
   * is left of a group, or the one that straight-line code awaits.
   */
  public List<Deferred<?>> waitsOn() {
    return result() instanceof Deferred<?> inner
        ? List.of(inner)
        : Cancellation.behind(isUnfired() ? canceller : null).stream()
            .filter(some -> some.pauseCount() > 0 || !(some.state() instanceof Outcome))
            .<Deferred<?>>map(some -> some)
            .toList();
  }

  /** Returns the last callbacks that ran, the oldest first; none are known outside a trial. */
  public List<CallbackRun> history() {
    return rememberedRuns();
  }

  /** Gives this a name for reports, and returns it. */
  public Deferred<T> label(String label) {
    setLabel(label);
    return this;
  }

  /** Appends a {@link Level.Look} of the harness's own. */
  void look(Function<Outcome<T>, @Nullable Firing> observer) {
    add(new Level.Look(null, Level.Leaves.HANDLED, observer));
  }

  /** Appends a {@link Level.Look} that the user's code asks for. */
  void look(Level.Leaves leaves, Function<Outcome<T>, @Nullable Firing> observer) {
    add(new Level.Look(site(), leaves, observer));
  }

  @Override
  void fired(@Nullable Object first) {
    canceller = null;
    super.fired(first);
  }

  @SuppressWarnings("unchecked")
  private <U extends @Nullable Object> Deferred<U> with(Object level) {
    add(requireNonNull(level, "callback"));
    return (Deferred<U>) this;
  }

  private Level onValue(boolean defers, Callback<?, ?> callback) {
    requireNonNull(callback, "callback");
    return new Level.Sides(site(), defers, callback, Throwable.class, null);
  }

  private Level onFailure(boolean defers, Class<? extends Throwable> type, Callback<?, ?> errback) {
    requireNonNull(errback, "errback");
    return new Level.Sides(site(), defers, null, type, errback);
  }

  private Level onEither(boolean defers, Callback<?, ?> callback, Callback<?, ?> errback) {
    requireNonNull(callback, "callback");
    requireNonNull(errback, "errback");
    return new Level.Sides(site(), defers, callback, Throwable.class, errback);
  }
}
