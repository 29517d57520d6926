// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a trial has made, the last of them if there are very many; any thread may ask.
 *
 * @since 0.1
 */
public final class Births {
  private static final int MOST = 10_000;

  private final Deque<Birth> births = new ArrayDeque<>();

  Births() {
    Birth.load();
  }

  synchronized void add(Birth birth) {
    if (births.size() == MOST) {
      births.removeFirst();
    }
    births.addLast(birth);
  }

  /** Returns whether there are none. */
  public synchronized boolean isEmpty() {
    return births.isEmpty();
  }

  /** Returns whether any of them is virtual. */
  public synchronized boolean haveVirtual() {
    return births.stream().anyMatch(Birth::isVirtual);
  }

  /**
   * Returns the line of user code that has made the thread of a number, or null if it is none of
   * these.
   */
  public @Nullable Site placeOf(long number) {
    Birth birth = of(number);
    return birth == null ? null : birth.site();
  }

  /**
   * Returns whether a thread is one of these that is there once for the whole process, whoever
   * happens to need it first: it is of the common pool, or a static initialiser has made it, or a
   * library for all who use it.
   */
  public boolean isForAll(Thread thread) {
    Birth birth = of(thread.getId());
    return birth != null
        && (CurrentWork.isOfCommonPool(thread) || birth.isShared(thread.getName()));
  }

  private synchronized @Nullable Birth of(long number) {
    for (Birth birth : births) {
      if (birth.isOf(number)) {
        return birth;
      }
    }
    return null;
  }
}
