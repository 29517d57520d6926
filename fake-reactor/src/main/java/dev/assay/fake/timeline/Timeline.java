// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.fake.bytes.Failures;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.event.Phase;
import dev.assay.pending.Ledger;
import dev.assay.pending.Site;
import dev.assay.pending.Steppable;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The time of one thread, and the calls that are armed on it. A {@code VirtualClock} drives it, and
 * all views of the clock look at it.
 *
 * @since 0.1
 */
public final class Timeline implements Steppable, VirtualCall.Schedule {
  /** How long a clock may stand still, in nanoseconds of real time, unless a test says so. */
  private static final long PATIENCE = 30_000_000_000L;

  private final Phases phases = new Phases();
  private final @Nullable Ledger ledger;
  private final OwnerThread owner;

  /** Nanoseconds since the beginning; written by the owner, read by any thread. */
  private final AtomicLong now = new AtomicLong();

  private final AtomicLong sequence = new AtomicLong();

  /** How long other threads wait, in nanoseconds of real time, for a clock that stands still. */
  private volatile long patience = PATIENCE;

  private final CurrentCall running;
  private @Nullable TraceLog trace;

  /** Makes a timeline of this thread, for a trial if there is a ledger. */
  public Timeline(@Nullable Ledger ledger) {
    this.ledger = ledger;
    this.owner = new OwnerThread(ledger, this);
    this.running = new CurrentCall(ledger);
    if (ledger != null) {
      ledger.adopt(this);
    }
    if (ledger != null && !owner.isLent()) {
      trace();
    }
  }

  /**
   * Sets how long other threads wait, in nanoseconds of real time, for a clock that stands still.
   */
  public void waitAtMost(long nanos) {
    patience = nanos;
  }

  long patience() {
    return patience;
  }

  /** Returns the ledger of the trial that this is in, or null. */
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

  /** Lets a chooser decide what comes first among those that are ready together. */
  public void orderBy(Chooser chooser) {
    phases.orderBy(chooser);
  }

  /** Returns whether a call, which is armed, must let the turn that has begun end first. */
  public boolean isOfLaterTurn(VirtualCall call) {
    return phases.turns().isLater(call);
  }

  /** Returns when the first thing happens; there must be one. */
  public long leastDue() {
    return phases.leastDue();
  }

  /** Returns how many calls of users are armed. */
  public int armedCount() {
    return phases.of(Phase.DELAYED_CALLS).size();
  }

  /** Returns {@code armed are …}, with what happens first, or {@code no call is armed}. */
  public String describeArmed() {
    return phases.describe();
  }

  /** Returns the trace that this writes from now on. */
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

  /** Returns whether the thread may touch this timeline. */
  public boolean isOwnThread() {
    return owner.isHere();
  }

  /** Returns the call that is running, or null between calls. */
  @Override
  public @Nullable VirtualCall running() {
    return running.call();
  }

  /** Returns a number that is higher than all that were returned before, to any thread. */
  long nextSequence() {
    return sequence.getAndIncrement();
  }

  @Override
  public void checkThread(String what) {
    owner.check(what);
  }

  /** Refuses what is asked by another thread, or when the trial has ended. */
  public void checkRequest(String what) {
    owner.checkRequest(what);
  }

  /** Refuses to be driven by another thread, or by a call that is itself being driven. */
  public void checkDrivable(String what) {
    checkRequest(what);
    VirtualCall call = running.call();
    if (call != null) {
      throw new IllegalStateException(
          "a call must not %s: %s is running; %s".formatted(what, call.subject(), call.advice()));
    }
  }

  /** Makes the current thread the one that this belongs to. */
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
   * @param origin what {@link #origin()} returned on the thread that the call comes from
   * @param host the name of the host that it runs on, or nothing
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

  /** Has something happen that is no call of the user's. */
  public VirtualCall happen(Phase phase, long due, Event event) {
    VirtualCall call = event(phase, event);
    insert(call, due);
    return call;
  }

  /** Has something happen here and now. */
  public void happenNow(Event event) {
    running.run(event(Phase.DELAYED_CALLS, event));
  }

  /** Makes a call of an event, which comes from where the call that is running comes from. */
  private VirtualCall event(Phase phase, Event event) {
    VirtualCall call = new VirtualCall(this, phase, event);
    call.name(event);
    if (ledger != null) {
      VirtualCall cause = running.call();
      call.ledFrom = cause == null ? Site.here() : cause.site();
    }
    return call;
  }

  /**
   * Returns where a call would come from that this thread made now. It is null where it costs more
   * than it is worth: outside a trial, unless a livelock draws near.
   */
  public @Nullable CallSite origin() {
    if (ledger == null && !(phases.turns().exhausted() && isOwnThread())) {
      return null;
    }
    return isOwnThread() ? new CallSite(site(), null) : CallSite.otherThread();
  }

  /** Returns the user code that is running: if a call has none of its own, that which armed it. */
  private Site site() {
    VirtualCall call = running.call();
    return call == null ? Site.here() : Site.hereWithin(CurrentCall.class, call.site());
  }

  /** Puts a call that is in no list among those that are armed, last of its due time. */
  private void insert(VirtualCall call, long due) {
    if (running.call() == null) {
      phases.turns().restart();
    }
    if (ledger != null) {
      call.cause = ledger.happening();
    }
    phases.add(call, due);
  }

  /** Puts a call that has run among those that are armed. */
  @Override
  public void insertAgain(VirtualCall call, long due) {
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

  /** Runs work on the own thread: at once if this is it, else before anything else is run. */
  public void handOver(Runnable work) {
    owner.handOver(work);
  }

  /** Runs on the own thread what comes of a task that any thread may have given. */
  public void handOver(Runnable task, Runnable work) {
    owner.handOver(task, work);
  }

  /** Leaves work for the own thread that changes nothing in what happens. */
  void leave(Runnable work) {
    owner.leave(work);
  }

  /** Collects what other threads have handed over. */
  public void takeIn() {
    owner.takeIn();
  }

  /** Returns whether nothing is to happen any more. */
  public boolean isIdle() {
    owner.takeIn();
    return phases.isEmpty();
  }

  /** Returns the calls of users that are armed, in order. */
  public List<VirtualCall> armed() {
    owner.takeIn();
    return phases.of(Phase.DELAYED_CALLS).snapshot();
  }

  /** Moves to a time, which no call may be due before. */
  public void moveTo(long time) {
    now.setRelease(time);
  }

  /**
   * Runs the first call at its own time, if it is due by the limit. If it is not, moves to the
   * limit and returns false; if there is none, only returns false.
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

  /** Takes what the running call threw. */
  void report(Throwable thrown) {
    running.report(thrown);
  }

  /** Returns what calls threw in this drive, if no ledger took it. */
  public Failures failures() {
    return running.failures();
  }

  /** Returns what comes next and is due by the limit, or null. */
  public @Nullable VirtualCall next(long limit) {
    owner.takeIn();
    return phases.next(limit);
  }

  /** Runs what comes next, at its own time. */
  public void run(VirtualCall call) {
    phases.begin(call);
    if (call.due > now.getPlain()) {
      moveTo(call.due);
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
