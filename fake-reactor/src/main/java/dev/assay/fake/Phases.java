// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen on a timeline, a queue for each phase. At one instant, what belongs to the same
 * turn happens phase by phase; within a phase, first come first served.
 */
final class Phases {
  private static final Phase[] ORDER = Phase.values();

  private final CallQueue threadCalls = new CallQueue();
  private final CallQueue delayedCalls = new CallQueue();
  private final CallQueue network = new CallQueue();

  CallQueue of(Phase phase) {
    return switch (phase) {
      case THREAD_CALLS -> threadCalls;
      case DELAYED_CALLS -> delayedCalls;
      case NETWORK -> network;
    };
  }

  boolean isEmpty() {
    return threadCalls.size() + delayedCalls.size() + network.size() == 0;
  }

  /** Returns when the first thing happens; there must be one. */
  long leastDue() {
    long least = Long.MAX_VALUE;
    for (Phase phase : ORDER) {
      CallQueue queue = of(phase);
      least = queue.size() == 0 ? least : Math.min(least, queue.leastDue());
    }
    return least;
  }

  /**
   * Returns the first thing to happen, which stays where it is, or null if none is due by the
   * limit.
   */
  @Nullable VirtualCall first(long limit, Turns turns) {
    if (threadCalls.size() + network.size() == 0) {
      return delayedCalls.first(limit);
    }
    // No queue may be asked beyond what another may still add, so all are asked for the least time
    // at which anything could be due; a queue that has nothing then knows a later one.
    while (true) {
      long floor = floor();
      if (floor > limit) {
        return null;
      }
      VirtualCall first = firstAt(floor, turns);
      if (first != null) {
        return first;
      }
    }
  }

  private long floor() {
    long floor = Long.MAX_VALUE;
    for (Phase phase : ORDER) {
      CallQueue queue = of(phase);
      floor = queue.size() == 0 ? floor : Math.min(floor, queue.floor());
    }
    return floor;
  }

  private @Nullable VirtualCall firstAt(long floor, Turns turns) {
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
