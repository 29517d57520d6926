// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clock that a test moves by hand: the least that can stand in for a reactor's time. */
public final class ManualTime implements ReactorTime {
  private static final Comparator<Call> BY_DUE = Comparator.comparing(call -> call.due);

  /** In the order in which they will run. */
  private final List<Call> calls = new ArrayList<>();

  private Duration now = Duration.ZERO;

  /** Makes a clock that shows zero. */
  public ManualTime() {}

  /** Moves the clock at once, then runs what is due; each call sees the end time. */
  public void jump(Duration step) {
    now = now.plus(step);
    while (!calls.isEmpty() && calls.get(0).due.compareTo(now) <= 0) {
      calls.remove(0).call.run();
    }
  }

  /** Moves the clock from one due call to the next; each call sees its own due time. */
  public void advance(Duration step) {
    Duration end = now.plus(step);
    while (!calls.isEmpty() && calls.get(0).due.compareTo(end) <= 0) {
      jump(calls.get(0).due.minus(now));
    }
    now = end;
  }

  /** Runs the next call although it is not due. */
  public void runNextEarly() {
    calls.remove(0).call.run();
  }

  /** Returns the labels of the armed calls, in the order in which they will run. */
  public List<@Nullable String> labels() {
    return calls.stream().<@Nullable String>map(call -> call.label).toList();
  }

  @Override
  public Duration elapsed() {
    return now;
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    return new Call(now, call).arm(delay);
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    return List.copyOf(calls);
  }

  private final class Call implements DelayedCall {
    private final Runnable call;
    private Duration due;
    private boolean cancelled;
    private @Nullable String label;

    Call(Duration due, Runnable call) {
      this.due = due;
      this.call = call;
    }

    Call arm(Duration delay) {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("delay must not be negative: " + delay);
      }
      if (now.plus(delay).compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
        throw new IllegalArgumentException("delay must fit into the clock's range: " + delay);
      }
      due = now.plus(delay);
      calls.add(this);
      calls.sort(BY_DUE);
      return this;
    }

    @Override
    public void cancel() {
      remove();
      cancelled = true;
    }

    @Override
    public void reset(Duration delayFromNow) {
      remove();
      arm(delayFromNow);
    }

    @Override
    public void delay(Duration extra) {
      reset(due.plus(extra).minus(now));
    }

    @Override
    public boolean isActive() {
      return calls.contains(this);
    }

    @Override
    public Duration due() {
      return due;
    }

    @Override
    public DelayedCall label(String label) {
      this.label = label;
      return this;
    }

    @Override
    public String toString() {
      return due.toString();
    }

    private void remove() {
      if (cancelled) {
        throw new AlreadyCancelledException("this call was cancelled");
      }
      if (!calls.remove(this)) {
        throw new AlreadyCalledException("this call has run");
      }
    }
  }
}
