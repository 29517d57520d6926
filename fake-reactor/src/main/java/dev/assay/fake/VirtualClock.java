// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import dev.assay.call.Nanos;
import dev.assay.fake.event.Step;
import dev.assay.fake.timeline.ClockExecutor;
import dev.assay.fake.timeline.Drive;
import dev.assay.fake.timeline.Timeline;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.fake.timeline.VirtualScheduler;
import dev.assay.fake.timeline.WallTime;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
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
 * A clock that moves only when a test moves it.
 *
 * <p>Calls run in the order of their due times; calls due at the same time run in the order in
 * which they were armed. A call that another call arms with no delay runs in the next turn of the
 * same instant.
 *
 * <p>An exception in a call never ends a run. In a trial, the exception is logged there. Outside a
 * trial, the method that drives the clock throws it at its end; further exceptions are suppressed
 * in the first.
 *
 * <p>The clock belongs to the thread that created it. Every other thread may read {@link
 * #elapsed()}, {@link #nanoTime()} and the wall clock, and may hand work over through {@link
 * #executor()} or a {@link #scheduledExecutor()}.
 *
 * @since 0.1
 */
public final class VirtualClock implements ReactorTime {
  /** The time after which a wait without a limit of its own fails. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long NANO_TIME_AT_BEGINNING = 1_000_000_000_000_000L;

  private final Timeline timeline;
  private final Drive drive;
  private final Executor executor;
  private final WallTime wallTime;

  /** Creates a clock for the trial that this thread is running, or without a trial. */
  public VirtualClock() {
    this(new Timeline(Ledger.current()));
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
   * Sets how many turns may run at one instant before the clock throws a {@link LivelockError}, and
   * returns this clock. The default is 10,000.
   */
  public VirtualClock withTurnLimit(int turns) {
    timeline.limitTurns(turns);
    return this;
  }

  /** Makes the current thread the owner of this clock. */
  public void moveToThisThread() {
    timeline.moveToThisThread();
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(timeline.nanos());
  }

  /**
   * Returns the time as {@link System#nanoTime()} does: nanoseconds since an arbitrary moment,
   * which are meaningful only in comparison with another reading of this clock. Any thread may call
   * this.
   *
   * <p>Libraries that take a ticker or a {@link java.util.function.LongSupplier} expect this time:
   * pass them {@code clock::nanoTime}. A new clock reads 10<sup>15</sup> nanoseconds, which is
   * eleven days and some hours, as on a machine that was not just started: some code takes zero to
   * mean "never", or "long ago".
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

  /** Returns the clock's time at which the next call is due, or empty if no call is armed. */
  public Optional<Duration> nextDue() {
    timeline.checkThread("call nextDue");
    return timeline.isIdle()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(timeline.leastDue(), timeline.nanos())));
  }

  /**
   * Moves time step by step. Each call that is due at or before the end runs at its own due time,
   * including calls that are armed on the way.
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
    timeline.collect();
    timeline.moveTo(end);
    drive.until(() -> false, end);
    timeline.failures().raise();
  }

  /** Runs exactly one thing that is ready now, and returns what it was; time does not move. */
  public Optional<Step> step() {
    timeline.checkDrivable("run a step");
    VirtualCall call = timeline.next(timeline.nanos());
    if (call == null) {
      return Optional.empty();
    }
    Step step = new Step(elapsed(), call.phase, call.who());
    timeline.run(call);
    timeline.failures().raise();
    return Optional.of(step);
  }

  /**
   * Runs one turn: everything that is ready now, phase by phase, and nothing that becomes ready as
   * a result. If {@link #step()} has begun a turn, runs the rest of it.
   *
   * @return the number of things that happened
   */
  public int turn() {
    timeline.checkDrivable("run a turn");
    int ran = 0;
    VirtualCall call = timeline.next(timeline.nanos());
    while (call != null) {
      timeline.run(call);
      ran++;
      call = timeline.nextOfTurn();
    }
    timeline.failures().raise();
    return ran;
  }

  /**
   * Advances to the next time at which something runs, and no further: if nothing is due now, to
   * the time when the next call is due. All turns of that instant run.
   *
   * @return whether any call was armed; if not, time has not moved
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
   * Advances until everything that is under way has arrived, with all that follows from it: what is
   * ready now, bytes and the ends of connections, answers to requests, lookups of names, tasks of a
   * thread pool. Calls that become due in the meantime run. Calls, timeouts and faults due later
   * stay armed, and what a {@link Fault} holds back stays where it is.
   *
   * @throws AssertionError if something is still under way after two minutes
   */
  public void settle() {
    timeline.checkDrivable("settle");
    long end = Nanos.after("limit", timeline.nanos(), PATIENCE);
    drive.until(timeline::isSettled, end);
    if (!timeline.isSettled()) {
      failAfter(PATIENCE, "something is still under way");
    }
    timeline.failures().raise();
  }

  /**
   * Advances until no call is armed. Time then stays at the instant of the last call.
   *
   * @param limit the maximum time to advance
   * @throws AssertionError if calls are still armed at the limit
   */
  public void runUntilIdle(Duration limit) {
    timeline.checkDrivable("run the clock until it is idle");
    long end = Nanos.after("limit", timeline.nanos(), limit);
    // Another thread may hand work over after the last call and before the check for more.
    do {
      drive.until(() -> false, end);
    } while (!timeline.isIdle() && timeline.leastDue() <= end);
    if (!timeline.isIdle()) {
      failAfter(limit, "still not idle");
    }
    timeline.failures().raise();
  }

  private void failAfter(Duration limit, String what) {
    String text = what + " after " + Display.time(limit) + ": " + timeline.describeArmed();
    timeline.failures().fail(new AssertionError(text));
  }

  /**
   * Advances to a time, and asserts that a condition becomes true exactly then: that it is false
   * one nanosecond before, and true when everything that is due at that time has run.
   *
   * @param at the time, as {@link #elapsed()} returns it; it must be later than now
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
          "became true too early: it must become true at t="
              + Display.time(at)
              + ", and was already true at t="
              + Display.time(justBefore));
    }
    advance(Duration.ofNanos(1));
    if (!condition.getAsBoolean()) {
      throw new AssertionError(
          "did not become true at t=" + Display.time(at) + ": " + timeline.describeArmed());
    }
  }

  /**
   * Returns the wall clock, in UTC. It starts at 2000-01-01T00:00:00Z unless it is set, moves with
   * virtual time, and may be read from any thread.
   */
  public Clock wallClock() {
    return wallTime.in(ZoneOffset.UTC);
  }

  /** Sets the wall clock. The due times of calls do not change, and nothing runs. */
  public void setWallClock(Instant time) {
    wallTime.set(time);
  }

  /**
   * Moves the wall clock forward, or back by a negative duration, as an operator or a time server
   * does. The due times of calls do not change, and nothing runs.
   */
  public void stepWallClock(Duration by) {
    wallTime.step(by);
  }

  /**
   * Returns the executor that runs tasks from any thread on the clock's thread, as calls due now.
   */
  @Override
  public Executor executor() {
    return executor;
  }

  /**
   * Creates an executor service whose tasks run as calls of this clock. Each executor service has
   * its own lifecycle: it is shut down and terminates like a {@link
   * java.util.concurrent.ScheduledThreadPoolExecutor}.
   *
   * <p>Any thread may use it, and may wait for its tasks; a timed wait uses the clock's time. On
   * the clock's own thread, between calls, a timed {@code get}, {@code awaitTermination} and {@code
   * close()} advance the clock. Inside a call, where no time can pass, a timed {@code get} times
   * out immediately. Also inside a call, {@code get()} without a limit throws an {@link
   * IllegalStateException} immediately if the future is not done, and {@code invokeAll} and {@code
   * invokeAny} run the tasks immediately. An exception in a task is stored in its future; an
   * exception in a task passed to {@code execute} is treated like an exception in any call.
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
