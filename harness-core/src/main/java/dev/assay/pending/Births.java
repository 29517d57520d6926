// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a trial has made, the last of them if there are very many; any thread may ask.
 */
final class Births {
  private static final int MOST = 10_000;

  private final Deque<Birth> births = new ArrayDeque<>();

  synchronized void add(Birth birth) {
    if (births.size() == MOST) {
      births.removeFirst();
    }
    births.addLast(birth);
  }

  /** Returns the birth of the thread of a number, or null if the trial has not made it. */
  synchronized @Nullable Birth of(long number) {
    for (Birth birth : births) {
      if (birth.isOf(number)) {
        return birth;
      }
    }
    return null;
  }

  synchronized boolean haveVirtual() {
    return births.stream().anyMatch(Birth::isVirtual);
  }

  synchronized boolean isEmpty() {
    return births.isEmpty();
  }
}
