// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lanes that are free, and new ones when there is none. */
final class Lanes {
  private final Deque<Lane> free = new ArrayDeque<>();
  private final List<Lane> all = new ArrayList<>();
  private int made;

  synchronized Lane borrow() {
    @Nullable Lane lane = free.poll();
    return lane == null ? add(new Lane(++made)) : lane;
  }

  private Lane add(Lane lane) {
    all.add(lane);
    return lane;
  }

  /** Takes a lane back; one that was lost, or whose group has other threads, ends. */
  synchronized void giveBack(Lane lane) {
    if (lane.isClean()) {
      free.push(lane);
    } else {
      lane.close();
      all.remove(lane);
    }
  }

  /** Leaves the trials to themselves that are ending the process; returns whether there are any. */
  synchronized boolean loseThoseThatExit() {
    boolean any = false;
    for (Lane lane : all) {
      any |= lane.loseIfItExits();
    }
    return any;
  }

  synchronized void close() {
    free.forEach(Lane::close);
    free.clear();
  }
}
