// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.run.Latecomers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The free lanes, and new ones when none is free. */
final class Lanes {
  private final Deque<Lane> free = new ArrayDeque<>();
  private final List<Lane> borrowed = new ArrayList<>();
  private final Latecomers late;
  private int made;

  Lanes(Latecomers late) {
    this.late = late;
  }

  synchronized Lane borrow() {
    @Nullable Lane lane = free.poll();
    Lane lent = lane == null ? new Lane(++made, late) : lane;
    borrowed.add(lent);
    return lent;
  }

  /** Takes a lane back; a lost lane, or one whose group has other threads, is closed. */
  synchronized void giveBack(Lane lane) {
    borrowed.remove(lane);
    if (lane.isClean()) {
      free.push(lane);
    } else {
      lane.close();
    }
  }

  /** Returns the lanes that are in use. */
  synchronized List<Lane> borrowed() {
    return List.copyOf(borrowed);
  }

  synchronized void close() {
    free.forEach(Lane::close);
    free.clear();
  }
}
