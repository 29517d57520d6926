// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a trial has created, the last of them if there are very many. Any thread may
 * ask.
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
   * Returns the line of user code that created the thread with a number, or null if it is none of
   * these.
   */
  public @Nullable Site placeOf(long number) {
    Birth birth = of(number);
    return birth == null ? null : birth.site();
  }

  /**
   * Returns whether a thread is one of these and exists once for the whole process, created by the
   * code that needed it first: it is of the common pool, or was created by a static initialiser or
   * by a library for all its users.
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
