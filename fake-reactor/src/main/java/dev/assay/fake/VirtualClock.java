// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.timeline.ClockExecutor;
import dev.assay.fake.timeline.Drive;
import dev.assay.fake.timeline.Nanos;
import dev.assay.fake.timeline.Timeline;
import dev.assay.fake.timeline.VirtualScheduler;
import dev.assay.fake.timeline.WallTime;
import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.time.DelayedCall;
import dev.assay.time.LivelockError;
import dev.assay.time.ReactorTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * Time that moves only when a test moves it.
 *
 * <p>Calls run in the order of their due times; calls due at the same time run in the order in
 * which they were armed. A call that is armed with no delay, inside another, runs in the next turn
 * of the same instant.
 *
 * <p>An exception in a call never ends a run. In a trial, where the clock has a {@link Ledger}, it
 * is logged there. Outside one, the method that drives the clock throws it at its end; if there
 * were more, they are suppressed in the first.
 *
 * <p>The clock belongs to the thread that made it. Every other thread may read {@link #elapsed()},
 * {@link #nanoTime()} and the wall clock, and hands work over through {@link #executor()} or a
 * {@link #scheduledExecutor()}.
 *
 * @since 0.1
 */
public final class VirtualClock implements ReactorTime {
  private static final long NANO_TIME_AT_BEGINNING = 1_000_000_000_000_000L;

  private final Timeline timeline;
  private final Drive drive;
  private final Executor executor;
  private final WallTime wallTime;

  /** Makes a clock for the trial that this thread is running, or for no trial. */
  public VirtualClock() {
    this(new Timeline(Ledger.current()));
  }

  /** Makes a clock that registers its calls with a ledger, and tells it the time. */
  public VirtualClock(Ledger ledger) {
    this(new Timeline(requireNonNull(ledger, "ledger")));
  }

  private VirtualClock(Timeline timeline) {
    this.timeline = timeline;
    this.drive = new Drive(timeline);
    this.executor = new ClockExecutor(timeline);
    this.wallTime = new WallTime(timeline);
  }

  Timeline timeline() {
    return timeline;
  }

  /**
   * Sets how many turns may run at one instant before the clock gives up with a {@link
   * LivelockError}, and returns this clock. It is 10,000 unless set.
   */
  public VirtualClock withTurnLimit(int turns) {
    timeline.limitTurns(turns);
    return this;
  }

  /** Makes the current thread the one that this clock belongs to. */
  public void moveToThisThread() {
    timeline.moveToThisThread();
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(timeline.nanos());
  }

  /**
   * Returns the time as {@link System#nanoTime()} tells it: nanoseconds since some moment, which
   * says something only when it is compared with another reading of this clock. Any thread may ask.
   *
   * <p>It is what libraries ask for that take a ticker or a {@link
   * java.util.function.LongSupplier}: give them {@code clock::nanoTime}. At the clock's beginning
   * it reads eleven days and some hours, 10<sup>15</sup> nanoseconds, as on a machine that was not
   * just started: to some code zero means "never", or "long ago".
   */
  public long nanoTime() {
    return NANO_TIME_AT_BEGINNING + timeline.nanos();
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    return callLater(delay, call, "");
  }

  /** Arms a call of a host. */
  DelayedCall callLater(Duration delay, Runnable call, String host) {
    timeline.checkThread("call callLater");
    requireNonNull(call, "call");
    long due = Nanos.after("delay", timeline.nanos(), delay);
    return timeline.arm(due, call, timeline.origin(), host);
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    timeline.checkThread("call delayedCalls");
    return List.copyOf(timeline.armed());
  }

  /** Returns the clock's time at which the next call is due, or nothing if none is armed. */
  public Optional<Duration> nextDue() {
    timeline.checkThread("call nextDue");
    return timeline.isIdle()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(timeline.leastDue(), timeline.nanos())));
  }

  /**
   * Moves time step by step: each call that is due by the end, or at it, runs at its own due time,
   * and so do calls that are armed on the way.
   */
  public void advance(Duration duration) {
    timeline.checkDrivable("advance the clock");
    long end = Nanos.after("duration", timeline.nanos(), duration);
    drive.to(end);
  }

  /**
   * Moves time at once and then runs what is due, as after a pause of the whole process: every call
   * sees the time at the end.
   */
  public void jump(Duration duration) {
    timeline.checkDrivable("jump");
    long end = Nanos.after("duration", timeline.nanos(), duration);
    timeline.takeIn();
    timeline.moveTo(end);
    drive.until(() -> false, end);
    timeline.failures().raise();
  }

  /** Runs the next call that is due now, and returns whether there was one; time does not move. */
  public boolean step() {
    timeline.checkDrivable("step the clock");
    boolean ran = timeline.runNext(timeline.nanos());
    timeline.failures().raise();
    return ran;
  }

  /**
   * Advances by exactly as much as it takes for something to run: if nothing is due now, to when
   * the next call is due. All turns of that instant run.
   *
   * @return whether anything was armed; if not, time has not moved
   */
  public boolean advanceToNext() {
    timeline.checkDrivable("advance the clock");
    boolean found = !timeline.isIdle();
    if (found) {
      timeline.moveTo(Math.max(timeline.leastDue(), timeline.nanos()));
    }
    drive.until(() -> false, timeline.nanos());
    timeline.failures().raise();
    return found;
  }

  /**
   * Advances until no call is armed; time then stands where the last one ran.
   *
   * @param limit the most that time may move
   * @throws AssertionError if calls are still armed at the limit
   */
  public void runUntilIdle(Duration limit) {
    timeline.checkDrivable("run the clock until it is idle");
    long end = Nanos.after("limit", timeline.nanos(), limit);
    // Another thread may hand work over between the last call and the question whether it was.
    do {
      drive.until(() -> false, end);
    } while (!timeline.isIdle() && timeline.leastDue() <= end);
    if (!timeline.isIdle()) {
      timeline
          .failures()
          .fail(
              new AssertionError(
                  "still not idle after " + Display.time(limit) + ": " + timeline.describeArmed()));
    }
    timeline.failures().raise();
  }

  /**
   * Advances to a time, and asserts that a condition turns true just then: that it is false one
   * nanosecond before and true when all that is due at that time has run.
   *
   * @param at the time, as {@link #elapsed()} tells it; it must be later than now
   */
  public void assertTurnsTrueAt(Duration at, BooleanSupplier condition) {
    timeline.checkDrivable("advance the clock");
    if (at.compareTo(elapsed()) <= 0) {
      throw new IllegalArgumentException("at must be later than now, " + elapsed() + ": " + at);
    }
    Duration justBefore = at.minusNanos(1);
    advance(justBefore.minus(elapsed()));
    if (condition.getAsBoolean()) {
      throw new AssertionError(
          "turned true too early: it must turn true at t="
              + Display.time(at)
              + ", and was already true at t="
              + Display.time(justBefore));
    }
    advance(Duration.ofNanos(1));
    if (!condition.getAsBoolean()) {
      throw new AssertionError(
          "did not turn true at t=" + Display.time(at) + ": " + timeline.describeArmed());
    }
  }

  /**
   * Returns the wall clock, in UTC: it reads 2000-01-01T00:00:00Z at the beginning unless it is
   * set, goes on with virtual time, and may be read from any thread.
   */
  public Clock wallClock() {
    return wallTime.in(ZoneOffset.UTC);
  }

  /** Sets the wall clock; no call's due time changes, and nothing runs. */
  public void setWallClock(Instant time) {
    wallTime.set(time);
  }

  /**
   * Steps the wall clock forward, or back by a negative duration, as an operator or a time server
   * does; no call's due time changes, and nothing runs.
   */
  public void stepWallClock(Duration by) {
    wallTime.step(by);
  }

  /** Returns the executor that runs tasks from any thread on the clock's own, as calls due now. */
  @Override
  public Executor executor() {
    return executor;
  }

  /**
   * Makes an executor service whose tasks run as calls of this clock. Each has a life of its own:
   * it is shut down, and terminates, as a {@link java.util.concurrent.ScheduledThreadPoolExecutor}
   * is.
   *
   * <p>Any thread may use it, and may wait for its tasks; a timed wait goes by the clock's time. On
   * the clock's own thread, between calls, a timed {@code get} and {@code awaitTermination} advance
   * the clock, as {@code close()} does; inside a call, where no time can pass, a timed {@code get}
   * times out at once. There, {@code get()} without a limit on a future that is not done is an
   * {@link IllegalStateException} at once, and {@code invokeAll} and {@code invokeAny} run the
   * tasks there and then. What a task throws is in its future; what one given to {@code execute}
   * throws is treated like an exception in any call.
   */
  public ScheduledExecutorService scheduledExecutor() {
    return new VirtualScheduler(timeline);
  }

  /** Returns {@code VirtualClock at t=1s, 3 calls armed}. */
  @Override
  public String toString() {
    int armed = timeline.armedCount();
    return "VirtualClock at t="
        + Display.time(elapsed())
        + ", "
        + armed
        + (armed == 1 ? " call" : " calls")
        + " armed";
  }
}
