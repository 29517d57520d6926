// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that a test moves by hand; every call sees its own due time. */
public final class ManualTime implements ReactorTime {
  private final List<Call> armed = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private long armings;

  /** Makes a clock that stands at zero. */
  public ManualTime() {}

  /** Moves the clock on, and runs what falls due on the way. */
  public void advance(Duration time) {
    Duration end = now.plus(time);
    while (!armed.isEmpty() && inOrder().get(0).due.compareTo(end) <= 0) {
      Call next = inOrder().get(0);
      now = next.due;
      next.end(Fate.CALLED);
      next.action.run();
    }
    now = end;
  }

  @Override
  public Duration elapsed() {
    return now;
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    refuseNegative(delay);
    Call made = new Call(call);
    made.arm(now.plus(delay));
    armed.add(made);
    return made;
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    return List.copyOf(inOrder());
  }

  private List<Call> inOrder() {
    return armed.stream()
        .sorted(Comparator.<Call, Duration>comparing(c -> c.due).thenComparingLong(c -> c.arming))
        .toList();
  }

  private static void refuseNegative(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative: " + delay);
    }
  }

  private enum Fate {
    ARMED,
    CALLED,
    CANCELLED
  }

  private final class Call implements DelayedCall {
    private final Runnable action;
    private Duration due = Duration.ZERO;
    private long arming;
    private Fate fate = Fate.ARMED;
    private String label = "call";

    Call(Runnable action) {
      this.action = action;
    }

    void arm(Duration newDue) {
      due = newDue;
      arming = armings++;
    }

    void end(Fate how) {
      fate = how;
      armed.remove(this);
    }

    private void refuseDead() {
      if (fate == Fate.CALLED) {
        throw new AlreadyCalledException(this + " was called");
      } else if (fate == Fate.CANCELLED) {
        throw new AlreadyCancelledException(this + " was cancelled");
      }
    }

    @Override
    public void cancel() {
      refuseDead();
      end(Fate.CANCELLED);
    }

    @Override
    public void reset(Duration delayFromNow) {
      refuseDead();
      refuseNegative(delayFromNow);
      arm(now.plus(delayFromNow));
    }

    @Override
    public void delay(Duration extra) {
      refuseDead();
      refuseNegative(due.plus(extra).minus(now));
      arm(due.plus(extra));
    }

    @Override
    public boolean isActive() {
      return fate == Fate.ARMED;
    }

    @Override
    public Duration due() {
      return due;
    }

    @Override
    public DelayedCall label(String newLabel) {
      label = newLabel;
      return this;
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
