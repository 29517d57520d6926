// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * How a trial has made a thread: by which line of code. The thread itself has inherited this;
 * whoever sees the thread from outside knows its birth by the number that the JDK gives to each
 * thread.
 */
final class Birth extends CurrentWork.Work {
  /**
   * Since JDK 19, a thread has its number before it inherits anything; before, it had none yet. So
   * the number of another that is never started is taken first thing, or last: the longer it takes
   * between the two, the likelier a third thread comes in between that is made at the same time.
   */
  private static final boolean NUMBERED_FIRST = Runtime.version().feature() >= 19;

  private final Ledger ledger;
  private final BirthStack stack;
  private final long probe;

  private Birth(Ledger ledger, BirthStack stack, long probe) {
    this.ledger = ledger;
    this.stack = stack;
    this.probe = probe;
  }

  /** Takes down that this thread makes another, and returns what that one inherits. */
  static @Nullable Birth now(Ledger ledger) {
    long before = NUMBERED_FIRST ? probe() : 0;
    BirthStack stack = BirthStack.here(ledger);
    if (stack.isOfNobody()) {
      return null;
    }
    Birth birth = new Birth(ledger, stack, NUMBERED_FIRST ? before : probe());
    ledger.births().add(birth);
    return birth;
  }

  /** Returns the number of a thread that is never started. */
  private static long probe() {
    return new Thread(null, null, "never started", 0, false).getId();
  }

  /** Has this class loaded, which must not take time when a thread is made. */
  static void load() {}

  @Override
  @Nullable Birth heir() {
    return now(ledger);
  }

  Ledger ledger() {
    return ledger;
  }

  /** Returns the line of user code that made the thread. */
  Site site() {
    return stack.site();
  }

  /** Returns whether the thread that has made it waits for it, and so lends it its work. */
  boolean isAwaited() {
    return stack.isAwaited();
  }

  boolean isVirtual() {
    return stack.isVirtual();
  }

  /**
   * Returns whether a thread of that birth is started once for the whole process, whoever happens
   * to need it first, and belongs to no trial.
   */
  boolean isShared(String name) {
    return stack.isInInitialiser() || LibraryThreads.areShared(stack.library(), name);
  }

  /** Returns whether this is the birth of a thread: the two numbers were taken in a row. */
  boolean isOf(long number) {
    return number == (NUMBERED_FIRST ? probe - 1 : probe + 1);
  }
}
