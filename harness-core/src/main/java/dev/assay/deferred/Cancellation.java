// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cancelling of Deferreds that have not fired, on request or after a timeout. */
final class Cancellation {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "the Deferred that the timeout guards has no result yet, and is not awaited",
          "fire or cancel that Deferred, or return it from the test");

  private Cancellation() {}

  /** Cancels a Deferred, and the Deferreds that its canceller names, to any depth. */
  static void cancel(Deferred<?> deferred) {
    cancelAll(List.of(deferred));
  }

  /** Cancels Deferreds one after the other, each with all those behind it. */
  static void cancelAll(List<? extends Deferred<?>> deferreds) {
    ArrayDeque<Request<?>> open = new ArrayDeque<>();
    Iterator<? extends Deferred<?>> each = deferreds.iterator();
    while (each.hasNext() || !open.isEmpty()) {
      Request<?> current = open.peek();
      Deferred<?> behind = current == null ? each.next() : current.next();
      if (behind != null) {
        open.push(new Request<>(innermost(behind)).begin());
      } else {
        open.pop().end();
      }
    }
  }

  /**
   * Returns the last Deferred in the line of those that a Deferred waits for, or the Deferred
   * itself.
   */
  private static Deferred<?> innermost(Deferred<?> deferred) {
    Deferred<?> chain = deferred;
    while (chain.result() instanceof Deferred<?> inner) {
      chain = inner;
    }
    return chain;
  }

  /**
   * Returns a canceller that cancels other Deferreds. If they do not fire this Deferred, it fails.
   */
  static <T extends @Nullable Object> Canceller<T> passingOn(List<? extends Deferred<?>> behind) {
    return new Passing<>(() -> behind, () -> behind, false);
  }

  /** Returns a canceller that cancels other Deferreds and leaves it to them to fire this one. */
  static <T extends @Nullable Object> Canceller<T> leavingEndTo(
      List<? extends Deferred<?>> behind) {
    return new Passing<>(() -> behind, () -> behind, true);
  }

  /**
   * Returns a canceller that asks the work to stop and leaves it to the work to fire this Deferred,
   * now or later. It may be asked again.
   *
   * @param behind supplies the Deferreds that the work waits for
   * @param asked asks the work to stop, and supplies the Deferreds to cancel for that
   */
  static <T extends @Nullable Object> Canceller<T> asking(
      Supplier<? extends List<? extends Deferred<?>>> behind,
      Supplier<? extends List<? extends Deferred<?>>> asked) {
    return new Passing<>(behind, asked, true);
  }

  /** Returns the Deferreds that a canceller of this class names at present. */
  static List<? extends Deferred<?>> behind(@Nullable Canceller<?> canceller) {
    return canceller instanceof Passing<?> passing ? passing.behind.get() : List.of();
  }

  /** A canceller that names the Deferreds to cancel instead of cancelling them. */
  private static final class Passing<T extends @Nullable Object> implements Canceller<T> {
    private final Supplier<? extends List<? extends Deferred<?>>> behind;
    private final Supplier<? extends List<? extends Deferred<?>>> asked;

    /**
     * Whether the Deferred stays unfired if those behind it do not fire it. The canceller may then
     * be asked again.
     */
    private final boolean persistent;

    Passing(
        Supplier<? extends List<? extends Deferred<?>>> behind,
        Supplier<? extends List<? extends Deferred<?>>> asked,
        boolean persistent) {
      this.behind = behind;
      this.asked = asked;
      this.persistent = persistent;
    }

    @Override
    public void cancel(Deferred<T> deferred) {
      cancelAll(asked.get());
    }
  }

  /** The cancelling of one Deferred that does not wait for another, from start to end. */
  private static final class Request<T extends @Nullable Object> {
    private final Deferred<T> deferred;
    private final @Nullable Canceller<T> canceller;
    private Iterator<? extends Deferred<?>> behind = Collections.emptyIterator();

    Request(Deferred<T> deferred) {
      this.deferred = deferred;
      this.canceller = deferred.canceller;
    }

    /** Asks the work to stop. Cancelling the Deferred meanwhile has no effect. */
    Request<T> begin() {
      if (deferred.isFired()) {
        return this;
      }
      deferred.canceller = new Passing<>(List::of, List::of, true);
      if (canceller == null) {
        deferred.ignoreLateFiring();
        return this;
      }
      try {
        if (canceller instanceof Passing<T> passing) {
          behind = passing.asked.get().iterator();
        } else {
          canceller.cancel(deferred);
        }
      } catch (Throwable error) {
        Errors.log("canceller of " + deferred.name(), error);
      }
      return this;
    }

    /** Returns the next Deferred to cancel before this request ends, or null. */
    @Nullable Deferred<?> next() {
      return behind.hasNext() ? behind.next() : null;
    }

    void end() {
      if (deferred.isFired()) {
        return;
      }
      if (canceller instanceof Passing<T> passing && passing.persistent) {
        deferred.canceller = canceller;
      } else {
        deferred.errback(new CancellationException(deferred.name() + " was cancelled"));
      }
    }
  }

  /** Turns a cancellation caused by a timeout into a {@link TimeoutException}. */
  static <T extends @Nullable Object> T asTimeout(
      Deferred<T> deferred, Duration timeout, Outcome<T> outcome) throws Throwable {
    if (outcome instanceof Outcome.Failure<T> failure
        && failure.error() instanceof CancellationException) {
      TimeoutException timedOut =
          new TimeoutException(deferred.name() + " had no result within " + Display.time(timeout));
      timedOut.initCause(failure.error());
      throw timedOut;
    }
    return outcome.get();
  }

  /** The level that ends a timeout: a result that reaches it in time disarms the timeout. */
  static final class Timeout extends Level {
    private final Callback<?, ?> onTimeout;
    private final DelayedCall deadline;
    private boolean timedOut;

    Timeout(
        @Nullable Site site,
        Deferred<?> deferred,
        Duration timeout,
        ReactorTime time,
        Callback<?, ?> onTimeout) {
      super(site, false);
      this.onTimeout = Objects.requireNonNull(onTimeout, "onTimeout");
      this.deadline =
          time.callLater(timeout, () -> passed(deferred)).label("addTimeout").remedy(LEFT_ARMED);
    }

    private void passed(Deferred<?> deferred) {
      timedOut = true;
      deferred.cancel();
    }

    @Override
    boolean takes(@Nullable Object result) {
      return true;
    }

    @Override
    @Nullable Object pass(@Nullable Object result) throws Throwable {
      if (deadline.isActive()) {
        deadline.cancel();
      }
      return timedOut ? call(onTimeout, outcome(result)) : result;
    }
  }
}
