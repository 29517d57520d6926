// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.event.Phase;
import dev.assay.ledger.Display;
import dev.assay.pending.Cause;
import dev.assay.pending.Pending;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import dev.assay.time.AlreadyCalledException;
import dev.assay.time.AlreadyCancelledException;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call armed on a timeline, and a node of its queue's lists.
 *
 * @since 0.1
 */
public final class VirtualCall implements DelayedCall, Supplier<Cause> {
  /** The due time in nanoseconds; set by the timeline, only while this call is in no list. */
  long due;

  /** The number of times anything was armed on the timeline before this call was armed. */
  long arming;

  /** The neighbours in a list of the queue, maintained by the queue. */
  @Nullable VirtualCall previous;

  @Nullable VirtualCall next;

  /** The name of the host that this call runs on, or an empty text. */
  public String host = "";

  /** The user code that led to this event, if known; not set for a user's call. */
  Site ledFrom = Site.unknown();

  /** The cause that was active in the trial when this call was armed. */
  @Nullable Cause cause;

  /** Whether this is an event that only waits for time to pass. */
  boolean timer;

  /** The phase of its turn that this call belongs to. */
  public final Phase phase;

  private final Schedule schedule;

  /** The code to run; null when this call is no longer active. */
  private @Nullable Runnable action;

  private @Nullable CallName name;
  private boolean cancelled;

  VirtualCall(Schedule schedule, Phase phase, Runnable action) {
    this.schedule = schedule;
    this.phase = phase;
    this.action = action;
  }

  @Override
  public void cancel() {
    checkActive("be cancelled");
    cancelled = true;
    schedule.disarm(this);
    end();
  }

  @Override
  public void reset(Duration delayFromNow) {
    checkActive("be reset");
    schedule.move(this, Nanos.after("delayFromNow", schedule.nanos(), delayFromNow));
  }

  @Override
  public void delay(Duration extra) {
    checkActive("be delayed");
    long moved = Nanos.sum("extra", due, extra);
    if (extra.isNegative() && moved < schedule.nanos()) {
      Duration now = Duration.ofNanos(schedule.nanos());
      throw new IllegalArgumentException(
          "extra must not move a call due at " + due() + " before now, " + now + ": " + extra);
    }
    schedule.move(this, moved);
  }

  @Override
  public boolean isActive() {
    return action != null;
  }

  @Override
  public Duration due() {
    return Duration.ofNanos(due);
  }

  @Override
  public DelayedCall label(String label) {
    requireNonNull(label, "label");
    CallName named = name;
    if (named == null) {
      named = new PlainName(null);
      name = named;
    }
    named.label(label);
    return this;
  }

  @Override
  public DelayedCall remedy(Remedy remedy) {
    if (name != null) {
      name.remedy(remedy);
    }
    return this;
  }

  /**
   * Returns {@code DelayedCall#3 (ping), armed at Pinger.java:12 in ping: due at t=1s, waiting}.
   */
  @Override
  public String toString() {
    return who() + ": due at t=" + Display.time(due()) + ", " + state();
  }

  /** Returns this call's name in its trial or, outside a trial, the closest equivalent. */
  String name() {
    return name == null ? "DelayedCall" : name.name();
  }

  /** Returns a snapshot of this call's ledger entry, or null outside a trial. */
  @Nullable Pending frozen() {
    return name == null ? null : name.frozen();
  }

  /** Returns this call, which is running, as the cause of objects created now. */
  @Override
  public Cause get() {
    return new Cause(name(), site(), schedule.nanos(), cause);
  }

  /** Returns the best available name and origin of this call. */
  public String who() {
    String origin = origin();
    return origin.isEmpty() ? name() : name() + ", " + origin;
  }

  /**
   * Returns the same as {@link #who()}, but in a form for the subject of a sentence that continues.
   */
  String subject() {
    return origin().isEmpty() ? who() : who() + ",";
  }

  /**
   * Returns where this call was armed or, if that was not recorded, which code it runs; or an empty
   * text.
   */
  String origin() {
    String recorded = name == null ? "" : name.origin();
    if (!recorded.isEmpty() || action == null) {
      return recorded;
    }
    return action instanceof Ordered work ? work.origin() : Display.ofCode(action.getClass());
  }

  /**
   * Returns the advice for code that makes a request of the reactor that must wait for this call.
   */
  String advice() {
    return name == null ? CallName.LATER : name.advice();
  }

  /** Returns whether this is an event, and not a call of a user's. */
  boolean isEvent() {
    return name instanceof Event;
  }

  /** Returns whether this is an event that brings something about, such as an arrival. */
  boolean isUnderWay() {
    return phase != Phase.DELAYED_CALLS && !timer;
  }

  /** Returns the key shared by all calls that this call must not overtake. */
  Object orderKey() {
    return action instanceof Ordered inLane ? inLane.orderKey() : this;
  }

  /** Returns the user code that armed this call, if it was recorded. */
  Site site() {
    return name == null || isEvent() ? ledFrom : name.site();
  }

  /** Sets the name of this call, which must be armed, in reports. */
  void name(CallName name) {
    this.name = name;
    name.open();
  }

  @Nullable Runnable action() {
    return action;
  }

  /** Ends this call's wait and returns the code to run. */
  Runnable begin() {
    Runnable begun = requireNonNull(action);
    end();
    return begun;
  }

  /** Arms this call again after it has run. */
  void again(Runnable action, long due) {
    this.action = action;
    if (name != null) {
      name.open();
    }
    schedule.insertAgain(this, due);
  }

  private void end() {
    action = null;
    if (name != null) {
      name.settle();
    }
  }

  private String state() {
    if (action != null) {
      return "waiting";
    }
    if (cancelled) {
      return "cancelled";
    }
    return schedule.running() == this ? "running" : "has run";
  }

  private void checkActive(String what) {
    schedule.checkThread("change a call");
    if (action != null) {
      return;
    }
    if (cancelled) {
      throw new AlreadyCancelledException(
          subject()
              + " was cancelled and can no longer "
              + what
              + "; arm a new call with callLater");
    }
    String state = schedule.running() == this ? " is running" : " has run";
    throw new AlreadyCalledException(
        subject() + state + " and can no longer " + what + "; ask isActive() first");
  }

  /** The timeline that a call is armed on, as seen by the call. */
  interface Schedule {
    /** Returns the time, in nanoseconds since the beginning. */
    long nanos();

    /** Rejects a request from another thread. */
    void checkThread(String what);

    /** Returns the call that is running, or null between calls. */
    @Nullable VirtualCall running();

    /** Moves an armed call to another time. */
    void move(VirtualCall call, long due);

    /** Removes an armed call. */
    void disarm(VirtualCall call);

    /** Adds a call that has run to the armed calls again. */
    void insertAgain(VirtualCall call, long due);
  }
}
