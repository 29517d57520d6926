// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.ArmedCall;
import dev.assay.call.CallEntry;
import dev.assay.call.CallSite;
import dev.assay.call.CurrentCall;
import dev.assay.call.OwnerThread;
import dev.assay.call.PlainName;
import dev.assay.fake.bytes.Failures;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.event.Phase;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Steppable;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The time of one thread, and the calls that are armed on it. A {@code VirtualClock} drives the
 * timeline, and all views of the clock read it.
 *
 * @since 0.1
 */
public final class Timeline implements Steppable, ArmedCall.Schedule<VirtualCall> {
  /** The default time for which a clock may stand still, in nanoseconds of real time. */
  private static final long PATIENCE = 30_000_000_000L;

  private final Phases phases = new Phases();
  private final @Nullable Ledger ledger;
  private final OwnerThread owner;

  /** The nanoseconds since the beginning; written by the owner, read by any thread. */
  private final AtomicLong now = new AtomicLong();

  private final AtomicLong sequence = new AtomicLong();

  /** How long other threads wait for a clock that stands still, in nanoseconds of real time. */
  private volatile long patience = PATIENCE;

  private final CurrentCall<VirtualCall> running;

  /** The exceptions that no ledger accepts. */
  private final Failures failures = new Failures();

  private @Nullable TraceLog trace;

  /** Creates a timeline of this thread, for a trial if there is a ledger. */
  public Timeline(@Nullable Ledger ledger) {
    this.ledger = ledger;
    this.owner = new OwnerThread(ledger, this, "the clock");
    this.running = new CurrentCall<>(ledger, (thrower, thrown) -> failures.add(thrown));
    if (ledger != null) {
      ledger.adopt(this);
    }
    if (ledger != null && !owner.isLent()) {
      trace();
    }
  }

  /**
   * Sets how long other threads wait for a clock that stands still, in nanoseconds of real time.
   */
  public void waitAtMost(long nanos) {
    patience = nanos;
  }

  long patience() {
    return patience;
  }

  /** Returns the ledger of this timeline's trial, or null. */
  public @Nullable Ledger ledger() {
    return ledger;
  }

  @Override
  public long nanos() {
    return now.getAcquire();
  }

  @Override
  public long nextDue() {
    return isIdle() ? NEVER : phases.leastDue();
  }

  @Override
  public void step() {
    checkDrivable("await something");
    runNext(NEVER);
  }

  @Override
  public void note(String text) {
    trace().add("", "note", text, "");
  }

  @Override
  public String timeline() {
    return trace().toJsonLines();
  }

  /** Sets how many turns may run at one instant before a livelock is reported. */
  public void limitTurns(int turns) {
    checkThread("change the clock");
    phases.turns().limit(turns);
  }

  /** Lets a chooser decide the order of calls that are ready together. */
  public void orderBy(Chooser chooser) {
    phases.orderBy(chooser);
  }

  /** Returns the due time of the next call; there must be one. */
  public long leastDue() {
    return phases.leastDue();
  }

  /** Returns the number of users' calls that are armed. */
  public int armedCount() {
    return phases.of(Phase.DELAYED_CALLS).size();
  }

  /** Returns {@code armed: …}, starting with the next event, or {@code no call is armed}. */
  public String describeArmed() {
    return phases.describe();
  }

  /** Returns the trace that this timeline writes to from now on. */
  public TraceLog trace() {
    TraceLog written = trace;
    if (written == null) {
      written = new TraceLog(this::nanos);
      trace = written;
      if (ledger != null && !owner.isLent()) {
        written.listenTo(ledger);
      }
    }
    return written;
  }

  /** Returns whether the current thread may use this timeline. */
  public boolean isOwnThread() {
    return owner.isHere();
  }

  /** Returns the call that is running, or null between calls. */
  @Override
  public @Nullable VirtualCall running() {
    return running.call();
  }

  /** Returns a number that is higher than all numbers returned before, to any thread. */
  long nextSequence() {
    return sequence.getAndIncrement();
  }

  @Override
  public void checkThread(String what) {
    owner.check(what);
  }

  /** Rejects a request from another thread, or after the end of the trial. */
  public void checkRequest(String what) {
    owner.checkRequest(what);
  }

  /** Rejects driving by another thread, or by a call that is itself being driven. */
  public void checkDrivable(String what) {
    checkRequest(what);
    VirtualCall call = running.call();
    if (call != null) {
      throw new IllegalStateException(
          "a call must not %s: %s is running; %s".formatted(what, call.subject(), call.advice()));
    }
  }

  /** Makes the current thread the owner of this timeline. */
  public void moveToThisThread() {
    VirtualCall call = running.call();
    if (call != null) {
      throw new IllegalStateException(
          "the clock must not change threads now: " + call.subject() + " is running");
    }
    owner.moveHere();
  }

  /**
   * Arms a call.
   *
   * @param origin the result of {@link #origin()} on the thread that the call comes from
   * @param host the name of the host that it runs on, or an empty text
   */
  public VirtualCall arm(long due, Runnable action, @Nullable CallSite origin, String host) {
    owner.checkOpen("arm a call");
    VirtualCall call = new VirtualCall(this, Phase.DELAYED_CALLS, action);
    call.host = host;
    if (origin != null) {
      call.name(ledger == null ? new PlainName(origin) : new CallEntry(ledger, call, origin));
    }
    insert(call, due);
    if (trace != null) {
      trace.armed(call, action, origin);
    }
    return call;
  }

  /** Schedules an event, which is not a call of the user's. */
  public VirtualCall happen(Phase phase, long due, Event event) {
    VirtualCall call = event(phase, event);
    insert(call, due);
    return call;
  }

  /** Schedules an event that waits for time to pass, such as a timeout: it is not under way. */
  public VirtualCall timer(Phase phase, long due, Event event) {
    VirtualCall call = event(phase, event);
    call.timer = true;
    insert(call, due);
    return call;
  }

  /** Runs an event immediately. */
  public void happenNow(Event event) {
    running.run(event(Phase.DELAYED_CALLS, event));
  }

  /** Creates a call for an event, with the origin of the call that is running. */
  private VirtualCall event(Phase phase, Event event) {
    VirtualCall call = new VirtualCall(this, phase, event);
    call.name(event);
    if (ledger != null) {
      VirtualCall cause = running.call();
      call.ledFrom = cause == null ? Sites.here() : cause.site();
    }
    return call;
  }

  /**
   * Returns the origin of a call created by this thread now. It is null where it would cost more
   * than it is worth: outside a trial, unless a livelock is near.
   */
  public @Nullable CallSite origin() {
    if (ledger == null && !(phases.turns().exhausted() && isOwnThread())) {
      return null;
    }
    return isOwnThread() ? new CallSite(site(), null) : CallSite.otherThread();
  }

  /**
   * Returns the user code that is running or, if a call has none of its own, the code that armed
   * it.
   */
  private Site site() {
    VirtualCall call = running.call();
    return call == null ? Sites.here() : Sites.hereWithin(CurrentCall.class, call.site());
  }

  /** Adds a call that is in no list to the armed calls, last of its due time. */
  private void insert(VirtualCall call, long due) {
    if (running.call() == null) {
      phases.turns().restart();
    }
    if (ledger != null) {
      call.cause(ledger.happening());
    }
    phases.add(call, due);
  }

  /** Adds a call that has run to the armed calls again. */
  void insertAgain(VirtualCall call, long due) {
    insert(call, due);
    trace("armed", call);
  }

  @Override
  public void move(VirtualCall call, long due) {
    phases.remove(call);
    insert(call, due);
    trace("moved", call);
  }

  @Override
  public void disarm(VirtualCall call) {
    phases.remove(call);
    trace("cancelled", call);
  }

  /**
   * Runs work on the owner thread: immediately if this is the owner, otherwise before anything else
   * runs.
   */
  public void handOver(Runnable work) {
    owner.handOver(work);
  }

  /**
   * Runs the work that results from a task on the owner thread; any thread may have submitted the
   * task.
   */
  public void handOver(Runnable task, Runnable work) {
    owner.handOver(task, work);
  }

  /** Leaves work for the owner thread that has no effect on the course of events. */
  void leave(Runnable work) {
    owner.leave(work);
  }

  /** Collects the work that other threads have handed over. */
  public void collect() {
    owner.collect();
  }

  /** Returns whether nothing is scheduled any more. */
  public boolean isIdle() {
    owner.collect();
    return phases.isEmpty();
  }

  /** Returns whether nothing is ready now, and no event is under way. */
  public boolean isSettled() {
    return isIdle() || (phases.underWay() == 0 && phases.leastDue() > nanos());
  }

  /** Returns the users' calls that are armed, in order. */
  public List<VirtualCall> armed() {
    owner.collect();
    return phases.of(Phase.DELAYED_CALLS).snapshot();
  }

  /** Moves to a time; no call may be due before it. */
  public void moveTo(long time) {
    now.setRelease(time);
  }

  /**
   * Runs the first call at its own time, if it is due by the limit. If it is due later, moves to
   * the limit and returns false; if there is no call, only returns false.
   */
  public boolean runNext(long limit) {
    VirtualCall call = next(limit);
    if (call == null) {
      if (!phases.isEmpty()) {
        moveTo(limit);
      }
      return false;
    }
    run(call);
    return true;
  }

  /** Reports an exception of the running call. */
  void report(Throwable thrown) {
    running.report(thrown);
  }

  /** Returns the exceptions of calls in this drive that no ledger accepted. */
  public Failures failures() {
    return failures;
  }

  /** Returns the next call that is due by the limit, or null. */
  public @Nullable VirtualCall next(long limit) {
    owner.collect();
    return phases.next(limit);
  }

  /** Returns the next call of the turn that has begun, or null if the turn has ended. */
  public @Nullable VirtualCall nextOfTurn() {
    owner.collect();
    return phases.nextOfTurn(nanos());
  }

  /** Runs the next call, at its own time. */
  public void run(VirtualCall call) {
    phases.begin(call);
    if (call.dueNanos() > now.getPlain()) {
      moveTo(call.dueNanos());
    }
    trace("ran", call);
    running.run(call);
  }

  private void trace(String kind, VirtualCall call) {
    if (trace != null && !call.isEvent()) {
      trace.call(kind, call);
    }
  }
}
