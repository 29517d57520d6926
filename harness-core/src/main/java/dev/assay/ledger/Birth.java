// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Site;
import dev.assay.stack.BirthStack;
import dev.assay.stack.LibraryThreads;
import org.jspecify.annotations.Nullable;

/**
 * The line of code by which a trial created a thread. The thread itself has inherited this. Code
 * that sees the thread from outside finds its birth by the number that the JDK gives to each
 * thread.
 */
final class Birth extends CurrentWork.Work {
  /**
   * Whether a thread gets its number before it inherits anything, as since JDK 19, or after that.
   * Accordingly, the number of a probe thread, which is never started, is taken first or last. The
   * longer the time between the two numbers, the likelier a third thread is created in between.
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

  /** Records that this thread creates another, and returns what that one inherits. */
  static @Nullable Birth now(Ledger ledger) {
    long before = NUMBERED_FIRST ? probe() : 0;
    BirthStack stack = BirthStack.here(ledger.code());
    if (stack.isOfNobody()) {
      return null;
    }
    Birth birth = new Birth(ledger, stack, NUMBERED_FIRST ? before : probe());
    ledger.births().add(birth);
    return birth;
  }

  /** Returns the number of a new thread that is never started. */
  private static long probe() {
    return new Thread(null, null, "never started", 0, false).getId();
  }

  /** Loads this class, so that no time is lost for that when a thread is created. */
  static void load() {}

  @Override
  @Nullable Birth heir() {
    return now(ledger);
  }

  Ledger ledger() {
    return ledger;
  }

  /** Returns the line of user code that created the thread. */
  Site site() {
    return stack.site();
  }

  /**
   * Returns whether the creating thread waits for the new thread, which then does the creator's
   * work.
   */
  boolean isAwaited() {
    return stack.isAwaited();
  }

  boolean isVirtual() {
    return stack.isVirtual();
  }

  /**
   * Returns whether a thread with this birth is started once for the whole process, by the code
   * that needs it first, and belongs to no trial.
   */
  boolean isShared(String name) {
    return stack.isInInitialiser() || LibraryThreads.areShared(stack.library(), name);
  }

  /**
   * Returns whether this is the birth of the thread with a number: the two numbers are consecutive.
   */
  boolean isOf(long number) {
    return number == (NUMBERED_FIRST ? probe - 1 : probe + 1);
  }
}
