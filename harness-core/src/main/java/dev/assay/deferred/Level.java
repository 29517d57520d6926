// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Site;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One level of a chain: it turns a result, a value or a {@link Failed}, into the next one. */
abstract class Level {
  /** The line that added the level, in a trial. */
  final @Nullable Site site;

  /** Whether the level returns a Deferred to wait for, rather than a result. */
  final boolean returnsDeferred;

  Level(@Nullable Site site, boolean returnsDeferred) {
    this.site = site;
    this.returnsDeferred = returnsDeferred;
  }

  /** Returns the index of the frame in a stack trace that called a level's callback, or -1. */
  static int frameIn(StackTraceElement[] trace) {
    String name = Level.class.getName();
    for (int i = 0; i < trace.length; i++) {
      String type = trace[i].getClassName();
      if (type.startsWith(name)
          && (type.length() == name.length() || type.charAt(name.length()) == '$')) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the record of the trial that added this level to another's chain, or null. */
  @Nullable GuestRecord guest() {
    return null;
  }

  /** Returns whether this level belongs to the given trial, in a chain that the trial created. */
  boolean isOf(Ledger ledger) {
    return true;
  }

  /** Returns the function that this calls, or null if the harness itself acts. */
  @Nullable Object code() {
    return null;
  }

  /** Returns whether the level acts on this result. Otherwise the result passes. */
  abstract boolean takes(@Nullable Object result);

  /** Turns a result that it takes into the next one. */
  abstract @Nullable Object pass(@Nullable Object result) throws Throwable;

  /**
   * A callback for values and an errback for failures of one type. If a side is null, its results
   * pass.
   */
  static final class CallbackPair extends Level {
    private final @Nullable Callback<?, ?> callback;
    private final Class<? extends Throwable> trapped;
    private final @Nullable Callback<?, ?> errback;

    CallbackPair(
        @Nullable Site site,
        boolean returnsDeferred,
        @Nullable Callback<?, ?> callback,
        Class<? extends Throwable> trapped,
        @Nullable Callback<?, ?> errback) {
      super(site, returnsDeferred);
      this.callback = callback;
      this.trapped = Objects.requireNonNull(trapped, "type");
      this.errback = errback;
    }

    @Override
    @Nullable Object code() {
      return callback == null ? errback : callback;
    }

    @Override
    boolean takes(@Nullable Object result) {
      return result instanceof Failed failed
          ? errback != null && trapped.isInstance(failed.error)
          : callback != null;
    }

    @Override
    @Nullable Object pass(@Nullable Object result) throws Throwable {
      return result instanceof Failed failed ? call(errback, failed.error) : call(callback, result);
    }
  }

  /** One function for values and failures alike. */
  static final class Both extends Level {
    private final Callback<?, ?> function;

    Both(@Nullable Site site, boolean returnsDeferred, Callback<?, ?> function) {
      super(site, returnsDeferred);
      this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    Object code() {
      return function;
    }

    @Override
    boolean takes(@Nullable Object result) {
      return true;
    }

    @Override
    @Nullable Object pass(@Nullable Object result) throws Throwable {
      return call(function, outcome(result));
    }
  }

  /**
   * A function that sees the outcome. It may fire another chain, which then runs without growing
   * the stack.
   */
  static final class Observer extends Level {
    private final Remainder remainder;
    private final Function<?, @Nullable FiringRequest> observer;
    private final @Nullable Ledger by = Ledger.current();

    Observer(
        @Nullable Site site, Remainder remainder, Function<?, @Nullable FiringRequest> observer) {
      super(site, false);
      this.remainder = remainder;
      this.observer = observer;
    }

    @Override
    boolean isOf(Ledger ledger) {
      return by == null || by == ledger;
    }

    @Override
    boolean takes(@Nullable Object result) {
      return true;
    }

    /** Returns whether the chain continues with null instead of the result that was observed. */
    boolean replacesByNull(@Nullable Object result) {
      return remainder == Remainder.NOTHING
          || (remainder == Remainder.VALUES && result instanceof Failed);
    }

    @Override
    @SuppressWarnings("unchecked") // the types were checked when it was added
    @Nullable FiringRequest pass(@Nullable Object result) {
      if (remainder == Remainder.HANDLED && result instanceof Failed failed) {
        failed.seen = true;
        failed.located();
      }
      return ((Function<Outcome<?>, @Nullable FiringRequest>) observer).apply(outcome(result));
    }
  }

  /** What remains in the chain after the observer has seen the outcome. */
  enum Remainder {
    /** The outcome. A failure counts as handled from then on. */
    HANDLED,
    /** The outcome as it is. */
    ALL,
    /** A value. A failure is replaced by null. */
    VALUES,
    /** Null. */
    NOTHING
  }

  static <T extends @Nullable Object> Outcome<T> outcome(@Nullable Object result) {
    if (result instanceof Failed failed) {
      return new Outcome.Failure<>(failed.error);
    }
    return Level.<T>success(result);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // only a chain whose type allows null has one
  private static <T extends @Nullable Object> Outcome<T> success(@Nullable Object value) {
    return new Outcome.Success<>((T) value);
  }

  /** Calls a callback whose types were checked when it was added. */
  @SuppressWarnings({"unchecked", "NullAway"})
  static @Nullable Object call(@Nullable Object callback, @Nullable Object in) throws Throwable {
    return ((Callback<@Nullable Object, @Nullable Object>) callback).call(in);
  }
}
