// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.time.AlreadyCalledException;
import dev.assay.time.AlreadyCancelledException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a clock must do, in the plainest way: a list that is sorted by (due, arming). */
final class ModelClock implements Program.Player<ModelClock.Call> {
  private final List<Call> armed = new ArrayList<>();
  private long now;
  private long armings;

  static final class Call {
    private final Runnable action;
    private final String name;
    private long due;
    private long arming;
    private boolean called;
    private boolean cancelled;

    private Call(Runnable action, String name) {
      this.action = action;
      this.name = name;
    }
  }

  @Override
  public Call later(long nanos, Runnable call, String name) {
    Call made = new Call(call, name);
    arm(made, now + nanos);
    return made;
  }

  @Override
  public void change(Program.Kind kind, Call call, long nanos) {
    if (call.called) {
      throw new AlreadyCalledException("called");
    }
    if (call.cancelled) {
      throw new AlreadyCancelledException("cancelled");
    }
    switch (kind) {
      case CANCEL -> {
        call.cancelled = true;
        armed.remove(call);
      }
      case RESET -> move(call, now + check(nanos >= 0, nanos));
      default -> move(call, call.due + check(nanos >= 0 || call.due + nanos >= now, nanos));
    }
  }

  @Override
  public void drive(Program.Kind kind, long nanos) {
    switch (kind) {
      case ADVANCE -> {
        long end = now + nanos;
        runDue(end);
        now = end;
      }
      case JUMP -> {
        now += nanos;
        runDue(now);
      }
      case STEP -> {
        if (!armed.isEmpty() && armed.get(0).due <= now) {
          runFirst();
        }
      }
      default -> {
        if (!armed.isEmpty()) {
          runDue(Math.max(now, armed.get(0).due));
        }
      }
    }
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public List<String> armed() {
    return armed.stream().map(call -> call.name + " at " + call.due).toList();
  }

  private static long check(boolean allowed, long nanos) {
    if (!allowed) {
      throw new IllegalArgumentException("nanos must be allowed: " + nanos);
    }
    return nanos;
  }

  private void move(Call call, long due) {
    armed.remove(call);
    arm(call, due);
  }

  private void arm(Call call, long due) {
    call.due = due;
    call.arming = armings++;
    armed.add(call);
    armed.sort(
        Comparator.<Call>comparingLong(each -> each.due).thenComparingLong(each -> each.arming));
  }

  private void runDue(long limit) {
    while (!armed.isEmpty() && armed.get(0).due <= limit) {
      runFirst();
    }
  }

  private void runFirst() {
    Call call = armed.remove(0);
    call.called = true;
    now = Math.max(now, call.due);
    call.action.run();
  }
}
