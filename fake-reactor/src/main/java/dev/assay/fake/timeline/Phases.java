// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.CallQueue;
import dev.assay.fake.event.Choice;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.event.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are armed on a timeline, with one queue per phase, and the choice of the next one.
 * At one instant, calls of the same turn run phase by phase; within a phase, first come first
 * served unless a chooser decides the order.
 */
final class Phases {
  private static final Phase[] ORDER = Phase.values();
  private static final int LISTED = 10;

  private final CallQueue<VirtualCall> threadCalls = new CallQueue<>();
  private final CallQueue<VirtualCall> delayedCalls = new CallQueue<>();
  private final CallQueue<VirtualCall> network = new CallQueue<>();
  private final CallQueue<VirtualCall> shutdown = new CallQueue<>();
  private final TurnCounter turns = new TurnCounter();
  private long armings;

  /** The number of events that are under way. */
  private int underWay;

  /** The chooser among calls that are ready, or null for the order in which they were armed. */
  private @Nullable Chooser order;

  TurnCounter turns() {
    return turns;
  }

  /** Lets a chooser decide the order of calls that are ready together. */
  void orderBy(Chooser chooser) {
    order = Chooser.quiet().equals(chooser) ? null : chooser;
  }

  /** Adds a call that is in no list to its queue, last of its due time. */
  void add(VirtualCall call, long due) {
    call.place(due, armings++);
    of(call.phase).add(call);
    underWay += call.isUnderWay() ? 1 : 0;
  }

  /** Removes a call. */
  void remove(VirtualCall call) {
    of(call.phase).remove(call);
    underWay -= call.isUnderWay() ? 1 : 0;
  }

  /** Removes the next call, and counts a turn if the call begins one. */
  void begin(VirtualCall call) {
    turns.enter(call, armings);
    remove(call);
  }

  CallQueue<VirtualCall> of(Phase phase) {
    return switch (phase) {
      case THREAD_CALLS -> threadCalls;
      case DELAYED_CALLS -> delayedCalls;
      case NETWORK -> network;
      case SHUTDOWN -> shutdown;
    };
  }

  /** Returns the number of events that bring something about, at whatever time. */
  int underWay() {
    return underWay;
  }

  boolean isEmpty() {
    return delayedCalls.size() == 0 && onlyDelayedCalls();
  }

  private boolean onlyDelayedCalls() {
    return threadCalls.size() + network.size() + shutdown.size() == 0;
  }

  /** Returns {@code armed: …}, starting with the next event, or {@code no call is armed}. */
  String describe() {
    List<VirtualCall> armed = new ArrayList<>();
    for (Phase phase : ORDER) {
      armed.addAll(of(phase).snapshot());
    }
    if (armed.isEmpty()) {
      return "no call is armed";
    }
    armed.sort(Comparator.comparingLong(VirtualCall::dueNanos));
    String listed =
        armed.stream().limit(LISTED).map(VirtualCall::toString).collect(Collectors.joining("; "));
    int more = armed.size() - LISTED;
    return "armed: " + listed + (more > 0 ? "; and " + more + " more" : "");
  }

  /** Returns the due time of the next call; there must be one. */
  long leastDue() {
    long least = Long.MAX_VALUE;
    for (Phase phase : ORDER) {
      CallQueue<VirtualCall> queue = of(phase);
      least = queue.size() == 0 ? least : Math.min(least, queue.leastDue());
    }
    return least;
  }

  /** Returns the next call, which stays in its queue, or null if nothing is due by the limit. */
  @Nullable VirtualCall next(long limit) {
    return chosen(first(limit));
  }

  /**
   * Returns the next call of the turn that has begun, or null if it has ended: the order of the
   * next turn is not chosen yet.
   */
  @Nullable VirtualCall nextOfTurn(long now) {
    VirtualCall first = first(now);
    return first == null || turns.isLater(first) ? null : chosen(first);
  }

  private @Nullable VirtualCall chosen(@Nullable VirtualCall first) {
    return first == null || order == null ? first : choose(order, first, turns.endFor(first));
  }

  /**
   * Returns one of the calls that are ready.
   *
   * @param first the one that was armed first; all that are due with it follow it in its list
   * @param end the arming number at which its turn ends
   */
  private static VirtualCall choose(Chooser chooser, VirtualCall first, long end) {
    List<VirtualCall> ready = new ArrayList<>();
    Set<Object> keys = new LinkedHashSet<>();
    for (VirtualCall call = first;
        call != null && call.dueNanos() == first.dueNanos() && call.arming() < end;
        call = call.next()) {
      if (keys.add(call.orderKey())) {
        ready.add(call);
      }
    }
    return ready.size() == 1 ? first : ready.get(chooser.choose(Choice.ORDER, ready.size()));
  }

  private @Nullable VirtualCall first(long limit) {
    if (onlyDelayedCalls()) {
      return delayedCalls.first(limit);
    }
    // No queue may be asked beyond the time at which another may still add a call. So all are asked
    // for the least time at which anything could be due; a queue with no call at that time then
    // returns a later one.
    while (true) {
      long floor = floor();
      if (floor > limit) {
        return null;
      }
      VirtualCall first = firstAt(floor);
      if (first != null) {
        return first;
      }
    }
  }

  private long floor() {
    long floor = Long.MAX_VALUE;
    for (Phase phase : ORDER) {
      CallQueue<VirtualCall> queue = of(phase);
      floor = queue.size() == 0 ? floor : Math.min(floor, queue.floor());
    }
    return floor;
  }

  private @Nullable VirtualCall firstAt(long floor) {
    VirtualCall nextTurn = null;
    for (Phase phase : ORDER) {
      VirtualCall call = of(phase).first(floor);
      if (call != null && !turns.isLater(call)) {
        return call;
      }
      nextTurn = nextTurn == null ? call : nextTurn;
    }
    return nextTurn;
  }
}
