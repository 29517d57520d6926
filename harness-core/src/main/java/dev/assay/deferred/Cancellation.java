// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Display;
import dev.assay.pending.Errors;
import dev.assay.pending.Site;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a Deferred that waits for nothing but its firing is given up, by wish or for lack of time.
 */
final class Cancellation {
  private Cancellation() {}

  /** Cancels a Deferred that does not wait for another. */
  static <T extends @Nullable Object> void cancel(Deferred<T> deferred) {
    if (deferred.isFired()) {
      return;
    }
    Canceller<T> canceller = deferred.canceller;
    deferred.canceller = askedAlready();
    if (canceller == null) {
      deferred.ignoreLateFiring();
    } else {
      try {
        canceller.cancel(deferred);
      } catch (Throwable error) {
        Errors.log("canceller of " + deferred.name(), error);
      }
    }
    if (deferred.isFired()) {
      return;
    }
    if (canceller instanceof Persistent) {
      deferred.canceller = canceller;
    } else {
      deferred.errback(new CancellationException(deferred.name() + " was cancelled"));
    }
  }

  /**
   * A canceller that asks the work to stop and leaves it to the work to fire the Deferred, now or
   * later; it may be asked again.
   */
  interface Persistent<T extends @Nullable Object> extends Canceller<T> {}

  /** Returns what stands in for a canceller that runs: to cancel from inside it does nothing. */
  private static <T extends @Nullable Object> Persistent<T> askedAlready() {
    return deferred -> {};
  }

  /** Turns the cancellation that a timeout caused into a failure that says so. */
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

  /** The level that a timeout guards: a result that reaches it in time disarms it. */
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
      this.deadline = time.callLater(timeout, () -> passed(deferred)).label("addTimeout");
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
