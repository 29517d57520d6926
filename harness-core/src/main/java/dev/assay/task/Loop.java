// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import dev.assay.pending.Remedy;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link LoopingCall}, from its start until it has been stopped and its body is done.
 */
final class Loop {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "a LoopingCall runs until it is stopped",
          "call its stop() in the test or with trial.addCleanup(...)");

  private final LoopingCall owner;
  private final ReactorTime time;
  private final long interval;
  private final String name;
  private final Deferred<LoopingCall> ended;

  /** The start of the grid, in nanoseconds. */
  private long start;

  /** The time of the last run of the body; before the first run, the previous time on the grid. */
  private long last;

  private boolean stopped;
  private @Nullable DelayedCall next;
  private @Nullable Deferred<?> awaited;

  Loop(LoopingCall owner, Duration interval, boolean now) {
    this.owner = owner;
    this.time = owner.time();
    this.interval = interval.toNanos();
    this.name = owner.name() + " every " + Display.time(interval);
    this.ended = new Deferred<LoopingCall>(cancelled -> cancel()).label(name);
    this.start = nanos();
    this.last = now ? start - this.interval : start;
  }

  Deferred<LoopingCall> ended() {
    return ended;
  }

  void begin(boolean now) {
    if (now) {
      run();
    } else {
      arm();
    }
  }

  void stop() {
    stopped = true;
    if (disarm()) {
      ended.callback(owner);
    }
  }

  void reset() {
    if (next != null) {
      next.reset(Duration.ofNanos(interval));
      start = nanos();
    }
  }

  String state() {
    String doing = "running";
    if (next != null) {
      doing = "next at t=" + Display.time(next.due());
    } else if (awaited != null) {
      doing = "waiting for " + awaited;
    }
    return "every " + Display.time(Duration.ofNanos(interval)) + ", " + doing;
  }

  private void run() {
    next = null;
    long now = nanos();
    long count = intervalsSinceLast(now);
    if (count == 0) {
      arm();
      return;
    }
    last = now;
    Deferred<?> given;
    try {
      given = owner.body().run(count);
    } catch (Throwable error) {
      fail(error);
      return;
    }
    if (given == null) {
      done();
    } else {
      awaited = given;
      given.<@Nullable Object>addCallbacks(this::succeeded, this::failed);
    }
  }

  private @Nullable Object succeeded(@Nullable Object ignored) {
    done();
    return null;
  }

  private @Nullable Object failed(Throwable error) throws Throwable {
    if (ended.isFired()) {
      throw error;
    }
    fail(error);
    return null;
  }

  private void done() {
    awaited = null;
    if (!stopped) {
      arm();
    } else if (!ended.isFired()) {
      ended.callback(owner);
    }
  }

  private void fail(Throwable error) {
    awaited = null;
    stopped = true;
    owner.forget(this);
    if (ended.isFired()) {
      Errors.log("body of " + name, error);
    } else {
      ended.errback(error);
    }
  }

  private void cancel() {
    owner.forget(this);
    stopped = true;
    if (!disarm() && awaited != null) {
      awaited.cancel();
    }
  }

  /** Disarms the next run, if it is armed. Returns whether it was. */
  private boolean disarm() {
    if (next == null) {
      return false;
    }
    if (next.isActive()) {
      next.cancel();
    }
    next = null;
    return true;
  }

  private void arm() {
    try {
      next =
          time.callLater(Duration.ofNanos(untilNext()), this::run).label(name).remedy(LEFT_ARMED);
    } catch (RuntimeException error) {
      fail(error);
    }
  }

  private long untilNext() {
    return interval == 0 ? 0 : interval - (nanos() - start) % interval;
  }

  /**
   * Returns the number of grid times since the last run. Both ends are counted from the start of
   * the grid; the part of an interval that a reset cuts off is lost.
   */
  private long intervalsSinceLast(long now) {
    return interval == 0 ? 1 : (now - start) / interval - (last - start) / interval;
  }

  private long nanos() {
    return time.elapsed().toNanos();
  }
}
