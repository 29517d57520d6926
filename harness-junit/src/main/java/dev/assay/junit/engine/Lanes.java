// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The lanes that are free, and new ones when there is none. */
final class Lanes {
  private final Deque<Lane> free = new ArrayDeque<>();
  private int made;

  synchronized Lane borrow() {
    @Nullable Lane lane = free.poll();
    return lane == null ? new Lane(++made) : lane;
  }

  /** Takes a lane back; one that was lost, or whose group has other threads, ends. */
  synchronized void giveBack(Lane lane) {
    if (lane.isClean()) {
      free.push(lane);
    } else {
      lane.close();
    }
  }

  synchronized void close() {
    free.forEach(Lane::close);
    free.clear();
  }
}
