// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Ledger;
import dev.assay.pending.Site;
import dev.assay.pending.StandIn;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of one thread, and the calls that are armed on it. A {@link VirtualClock} drives it, and
 * all views of the clock look at it.
 */
final class Timeline {
  private final Phases phases = new Phases();
  private final Turns turns = new Turns();
  private final Failures failures = new Failures();
  private final @Nullable Ledger ledger;

  /** Work that other threads have handed over. */
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();

  /** Nanoseconds since the beginning; written by the owner, read by any thread. */
  private final AtomicLong now = new AtomicLong();

  private final AtomicLong sequence = new AtomicLong();

  private volatile Thread owner = Thread.currentThread();
  private long armings;
  private final Running running = new Running();

  Timeline(@Nullable Ledger ledger) {
    this.ledger = ledger;
    if (ledger != null) {
      ledger.tellTimeBy(this::nanos);
    }
  }

  Turns turns() {
    return turns;
  }

  @Nullable Ledger ledger() {
    return ledger;
  }

  long nanos() {
    return now.getAcquire();
  }

  /**
   * Returns whether the thread may touch this timeline: it is the owner, or stands in for it, as
   * the body of a {@link dev.assay.deferred.Sequential} does.
   */
  boolean isOwnThread() {
    return Thread.currentThread().equals(owner) || StandIn.original().equals(owner);
  }

  boolean isRunning(VirtualCall call) {
    return running.call() == call;
  }

  /** Returns the call that is running, or null between calls. */
  @Nullable VirtualCall running() {
    return running.call();
  }

  /** Returns a number that is higher than all that were returned before, to any thread. */
  long nextSequence() {
    return sequence.getAndIncrement();
  }

  void checkThread(String what) {
    if (!isOwnThread()) {
      throw new IllegalStateException(
          "thread %s must not %s: the clock belongs to thread %s; hand work over with executor()"
              .formatted(Thread.currentThread().getName(), what, owner.getName()));
    }
  }

  /** Refuses to be driven by another thread, or by a call that is itself being driven. */
  void checkDrivable(String what) {
    checkThread(what);
    VirtualCall call = running.call();
    if (call != null) {
      throw new IllegalStateException(
          "a call must not "
              + what
              + ": "
              + call.subject()
              + " is running; arm what is to follow with callLater");
    }
  }

  void moveToThisThread() {
    VirtualCall call = running.call();
    if (call != null) {
      throw new IllegalStateException(
          "the clock must not change threads now: " + call.subject() + " is running");
    }
    owner = Thread.currentThread();
  }

  /** Arms a call of this thread's making. */
  VirtualCall arm(long due, Runnable action) {
    return arm(due, action, origin());
  }

  /**
   * Arms a call.
   *
   * @param origin what {@link #origin()} returned on the thread that the call comes from
   */
  VirtualCall arm(long due, Runnable action, @Nullable Origin origin) {
    VirtualCall call = new VirtualCall(this, phases.of(Phase.DELAYED_CALLS), action);
    if (origin != null) {
      call.name(ledger == null ? new PlainName(origin) : new CallEntry(ledger, call, origin));
    }
    insert(call, due);
    return call;
  }

  /**
   * Has something happen that is no call of the user's.
   *
   * @param event what happens; its text says so
   */
  VirtualCall happen(Phase phase, long due, Runnable event) {
    VirtualCall call = new VirtualCall(this, phases.of(phase), event);
    insert(call, due);
    return call;
  }

  /**
   * Returns where a call would come from that this thread made now. It is null where it costs more
   * than it is worth: outside a trial, unless a livelock draws near.
   */
  @Nullable Origin origin() {
    if (ledger == null && !(turns.exhausted() && isOwnThread())) {
      return null;
    }
    return isOwnThread() ? new Origin(site(), null) : Origin.otherThread();
  }

  /** Returns the user code that is running: if a call has none of its own, that which armed it. */
  private Site site() {
    VirtualCall call = running.call();
    return call == null ? Site.here() : Site.hereWithin(Running.class, call.site());
  }

  /** Puts a call that is in no list among those that are armed, last of its due time. */
  void insert(VirtualCall call, long due) {
    if (running.call() == null) {
      turns.restart();
    }
    call.due = due;
    call.arming = armings++;
    call.queue.add(call);
  }

  void move(VirtualCall call, long due) {
    call.queue.remove(call);
    insert(call, due);
  }

  void disarm(VirtualCall call) {
    call.queue.remove(call);
  }

  /**
   * Runs work on the own thread: at once if this is it, else before the next call is looked for.
   */
  void handOver(Runnable work) {
    if (isOwnThread()) {
      takeIn();
      work.run();
    } else {
      inbox.add(work);
    }
  }

  /** Takes in what other threads have handed over. */
  void takeIn() {
    for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
      work.run();
    }
  }

  /** Returns the number of calls that users have armed. */
  int size() {
    return phases.of(Phase.DELAYED_CALLS).size();
  }

  boolean isIdle() {
    takeIn();
    return phases.isEmpty();
  }

  /** Returns when the next thing happens; there must be one. */
  long nextDue() {
    return phases.leastDue();
  }

  List<VirtualCall> armed() {
    takeIn();
    return phases.of(Phase.DELAYED_CALLS).snapshot();
  }

  void moveTo(long time) {
    now.setRelease(time);
  }

  /** Runs what is due by the limit, each call at its own time, and throws only a livelock. */
  void runDue(long limit) {
    runUntil(() -> false, limit);
  }

  /** Runs what is due by the limit until a condition holds. */
  void runUntil(BooleanSupplier done, long limit) {
    try {
      while (!done.getAsBoolean() && runNext(limit)) {}
    } catch (LivelockException stuck) {
      fail(stuck);
    }
  }

  /**
   * Runs the first call at its own time, if it is due by the limit. If it is not, moves to the
   * limit and returns false; if there is none, only returns false.
   */
  boolean runNext(long limit) {
    takeIn();
    VirtualCall call = phases.first(limit, turns);
    if (call == null) {
      if (!phases.isEmpty()) {
        moveTo(limit);
      }
      return false;
    }
    turns.enter(call, armings);
    call.queue.remove(call);
    if (call.due > now.getPlain()) {
      moveTo(call.due);
    }
    running.run(call, this::report);
    return true;
  }

  /** Moves to when the next call is due and returns true, or returns false if nothing is armed. */
  boolean moveToNext() {
    if (isIdle()) {
      return false;
    }
    moveTo(Math.max(nextDue(), nanos()));
    return true;
  }

  /** Takes what the running call threw: a ledger is told at once, else whoever drives the clock. */
  void report(Throwable thrown) {
    if (ledger == null) {
      failures.add(thrown);
      return;
    }
    VirtualCall call = running.call();
    ledger.logError(call == null ? "a task" : call.who(), thrown);
  }

  /** Throws what calls threw in this drive, if no ledger took it. */
  void raiseFailures() {
    failures.raise();
  }

  /** Ends this drive with a failure, which comes after what calls threw in it. */
  void fail(Throwable failure) {
    failures.add(failure);
    failures.raise();
  }
}
