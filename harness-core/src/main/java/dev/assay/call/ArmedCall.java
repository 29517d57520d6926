// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import static java.util.Objects.requireNonNull;

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
 * A call armed on a schedule, and a node of its queue's lists.
 *
 * @param <C> the type of all calls of the schedule
 * @since 0.1
 */
public abstract class ArmedCall<C extends ArmedCall<C>> implements DelayedCall, Supplier<Cause> {
  /** The due time in nanoseconds; set by the schedule, only while this call is in no list. */
  long due;

  /** The neighbours in a list of the queue, maintained by the queue. */
  @Nullable C previous;

  @Nullable C next;

  private final Schedule<C> schedule;

  /** The number of times anything was armed on the schedule before this call was armed. */
  private long arming;

  /** The cause that was active in the trial when this call was armed. */
  private @Nullable Cause cause;

  /** The code to run; null when this call is no longer active. */
  private @Nullable Runnable action;

  private @Nullable CallName name;
  private boolean cancelled;

  /** Creates a call that is in no queue yet. */
  protected ArmedCall(Schedule<C> schedule, Runnable action) {
    this.schedule = schedule;
    this.action = action;
  }

  /** Returns this call. */
  protected abstract C self();

  @Override
  public final void cancel() {
    checkActive("be cancelled");
    cancelled = true;
    schedule.disarm(self());
    end();
  }

  @Override
  public final void reset(Duration delayFromNow) {
    checkActive("be reset");
    schedule.move(self(), Nanos.after("delayFromNow", schedule.nanos(), delayFromNow));
  }

  @Override
  public final void delay(Duration extra) {
    checkActive("be delayed");
    long moved = Nanos.sum("extra", due, extra);
    if (extra.isNegative() && moved < schedule.nanos()) {
      Duration now = Duration.ofNanos(schedule.nanos());
      throw new IllegalArgumentException(
          "extra must not move a call due at " + due() + " before now, " + now + ": " + extra);
    }
    schedule.move(self(), moved);
  }

  @Override
  public final boolean isActive() {
    return action != null;
  }

  @Override
  public final Duration due() {
    return Duration.ofNanos(due);
  }

  /** Returns the due time in nanoseconds. */
  public final long dueNanos() {
    return due;
  }

  /** Returns the number of times anything was armed before this call was. */
  public final long arming() {
    return arming;
  }

  /** Returns the call that follows in a list of the queue, or null. */
  public final @Nullable C next() {
    return next;
  }

  /** Sets the position of this call, which is in no list, in the order of its schedule. */
  public final void place(long due, long arming) {
    this.due = due;
    this.arming = arming;
  }

  /** Sets the cause that is active in the trial as this call is armed. */
  public final void cause(@Nullable Cause cause) {
    this.cause = cause;
  }

  @Override
  public final DelayedCall label(String label) {
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
  public final DelayedCall remedy(Remedy remedy) {
    if (name != null) {
      name.remedy(remedy);
    }
    return this;
  }

  /**
   * Returns {@code DelayedCall#3 (ping), armed at Pinger.java:12 in ping: due at t=1s, waiting}.
   */
  @Override
  public final String toString() {
    return who() + ": due at t=" + Display.time(due()) + ", " + state();
  }

  /** Returns this call's name in its trial or, outside a trial, the closest equivalent. */
  public final String name() {
    return name == null ? "DelayedCall" : name.name();
  }

  /** Returns a snapshot of this call's ledger entry, or null outside a trial. */
  public final @Nullable Pending frozen() {
    return name == null ? null : name.frozen();
  }

  /** Returns this call, which is running, as the cause of objects created now. */
  @Override
  public final Cause get() {
    return new Cause(name(), site(), schedule.nanos(), cause);
  }

  /** Returns the best available name and origin of this call. */
  public final String who() {
    String origin = origin();
    return origin.isEmpty() ? name() : name() + ", " + origin;
  }

  /**
   * Returns the same as {@link #who()}, but in a form for the subject of a sentence that continues.
   */
  public final String subject() {
    return origin().isEmpty() ? who() : who() + ",";
  }

  /**
   * Returns where this call was armed or, if that was not recorded, which code it runs; or an empty
   * text.
   */
  public final String origin() {
    String recorded = name == null ? "" : name.origin();
    return recorded.isEmpty() && action != null ? describe(action) : recorded;
  }

  /** Returns a description of the code to run. */
  protected String describe(Runnable code) {
    return Display.ofCode(code.getClass());
  }

  /**
   * Returns the advice for code that makes a request of the reactor that must wait for this call.
   */
  public final String advice() {
    return name == null ? CallName.LATER : name.advice();
  }

  /** Returns the user code that armed this call, if it was recorded. */
  public Site site() {
    return name == null ? Site.unknown() : name.site();
  }

  /** Returns the name of this call in reports, if it has one. */
  protected final @Nullable CallName callName() {
    return name;
  }

  /** Sets the name of this call, which must be armed, in reports. */
  public final void name(CallName name) {
    this.name = name;
    name.open();
  }

  /** Returns the code to run, or null when this call is no longer active. */
  public final @Nullable Runnable action() {
    return action;
  }

  /** Ends this call's wait and returns the code to run. */
  public final Runnable begin() {
    Runnable begun = requireNonNull(action);
    end();
    return begun;
  }

  /** Makes this call active again after it has run; it is to be armed next. */
  public final void again(Runnable action) {
    this.action = action;
    if (name != null) {
      name.open();
    }
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
    return equals(schedule.running()) ? "running" : "has run";
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
    String state = equals(schedule.running()) ? " is running" : " has run";
    throw new AlreadyCalledException(
        subject() + state + " and can no longer " + what + "; ask isActive() first");
  }

  /**
   * What a call is armed on, as seen by the call.
   *
   * @param <C> the type of its calls
   * @since 0.1
   */
  public interface Schedule<C extends ArmedCall<C>> {
    /** Returns the time, in nanoseconds since the beginning. */
    long nanos();

    /** Rejects a request from another thread. */
    void checkThread(String what);

    /** Returns the call that is running, or null between calls. */
    @Nullable C running();

    /** Moves an armed call to another time. */
    void move(C call, long due);

    /** Removes an armed call. */
    void disarm(C call);
  }
}
