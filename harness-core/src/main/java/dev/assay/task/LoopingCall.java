// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Belonging;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A body of code that runs again and again, at times on a grid: the start, plus a whole number of
 * intervals.
 *
 * <p>The body never runs twice at once: if it returns a Deferred, the next run waits for that. Grid
 * times that pass meanwhile, or while the clock stands still, are skipped and not made up for. A
 * body added with one of the {@code withCount} methods receives the number of intervals that have
 * passed since its last run.
 *
 * <pre>{@code
 * LoopingCall heartbeat = LoopingCall.of(reactor, this::sendHeartbeat);
 * Deferred<LoopingCall> ended = heartbeat.start(Duration.ofSeconds(1), false);
 * }</pre>
 *
 * @since 0.1
 */
public final class LoopingCall {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private final ReactorTime time;
  private final @Nullable Belonging whose = Belonging.of(this);
  private final LoopBody body;
  private @Nullable String label;

  /** The loop that was started and not stopped, or null. */
  private @Nullable Loop loop;

  private LoopingCall(ReactorTime time, LoopBody body) {
    this.time = time;
    this.body = body;
  }

  /** Creates a looping call of a body that is done when it returns. */
  public static LoopingCall of(ReactorTime time, Runnable body) {
    return withCount(time, count -> body.run());
  }

  /**
   * Creates a looping call of a body that is done when the Deferred that it returns has a result.
   */
  public static LoopingCall ofDeferring(ReactorTime time, Callable<? extends Deferred<?>> body) {
    return new LoopingCall(time, count -> LoopBody.given(body.call(), body));
  }

  /**
   * Creates a looping call of a body that receives the number of intervals since its last run: 1 if
   * none was skipped, and always 1 if the interval is zero.
   */
  public static LoopingCall withCount(ReactorTime time, LongConsumer body) {
    return new LoopingCall(
        time,
        count -> {
          body.accept(count);
          return null;
        });
  }

  /**
   * Creates a looping call of a body that receives the number of intervals and returns a Deferred.
   */
  public static LoopingCall withCountDeferring(
      ReactorTime time, LongFunction<? extends Deferred<?>> body) {
    return new LoopingCall(time, count -> LoopBody.given(body.apply(count), body));
  }

  /** Starts the loop with a run at once; see {@link #start(Duration, boolean)}. */
  public Deferred<LoopingCall> start(Duration interval) {
    return start(interval, true);
  }

  /**
   * Starts the loop. The Deferred fires with this once the loop has been stopped and the body is
   * done, or fails as the body does, which ends the loop. Cancelling it stops the loop and cancels
   * the Deferred that the body returned.
   *
   * <p>A loop may be started again as soon as it was stopped, even if the body is not done. The two
   * loops are independent.
   *
   * @param interval zero for runs that only let other calls go first
   * @param now whether the body runs at once, or first after one interval
   * @throws IllegalArgumentException if the interval is negative
   * @throws IllegalStateException if this is running
   */
  public Deferred<LoopingCall> start(Duration interval, boolean now) {
    Belonging.check(whose, "start");
    if (interval.isNegative()) {
      throw new IllegalArgumentException("interval must not be negative: " + interval);
    }
    if (interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "interval must not be longer than " + LONGEST + ": " + interval);
    }
    if (loop != null) {
      throw new IllegalStateException(this + " was started already; stop() it first");
    }
    Loop started = new Loop(this, interval, now);
    loop = started;
    started.begin(now);
    return started.ended();
  }

  /**
   * Stops the loop: the body is not run again.
   *
   * @throws IllegalStateException if this is not running
   */
  public void stop() {
    Belonging.check(whose, "stop");
    Loop stopped = running("stop");
    loop = null;
    stopped.stop();
  }

  /**
   * Moves the grid: it starts now, and the next run is one interval from now. Has no effect while
   * the body runs or its Deferred is awaited.
   *
   * @throws IllegalStateException if this is not running
   */
  public void reset() {
    Belonging.check(whose, "reset");
    running("reset").reset();
  }

  /** Returns whether this was started, and has neither been stopped nor ended by a failure. */
  public boolean isRunning() {
    return loop != null;
  }

  /** Sets a name for reports, and returns this. */
  public LoopingCall label(String label) {
    this.label = label;
    return this;
  }

  /** Returns name and state, such as {@code LoopingCall (heartbeat) [every 1s, next at t=5s]}. */
  @Override
  public String toString() {
    return name() + " [" + (loop == null ? "not running" : loop.state()) + "]";
  }

  String name() {
    return label == null ? "LoopingCall" : "LoopingCall (" + label + ")";
  }

  ReactorTime time() {
    return time;
  }

  LoopBody body() {
    return body;
  }

  /** Forgets a loop that has ended by itself, unless another one was started since. */
  void forget(Loop ended) {
    if (loop == ended) {
      loop = null;
    }
  }

  private Loop running(String request) {
    if (loop == null) {
      throw new IllegalStateException(
          name() + " is not running; " + request + "() needs a start() before it");
    }
    return loop;
  }
}
