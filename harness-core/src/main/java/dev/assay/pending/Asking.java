// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * The state of a thread that asks users' objects for a text, as for a report. What their code does
 * then is nobody's work: it belongs to no trial, it can neither make nor fire what is of one, and
 * that it has tried to is no failure.
 *
 * @since 0.1
 */
public final class Asking {
  private Asking() {}

  /** Begins to ask on this thread, until the binding is closed. */
  public static Ledger.Binding begin() {
    return CurrentWork.ask();
  }

  /** Returns whether this thread is asking. */
  public static boolean isHere() {
    return CurrentWork.isAsking();
  }

  /** Refuses what would change a trial by being asked for a text. */
  static void check(String what) {
    if (isHere()) {
      throw new IllegalStateException("nobody can " + what + " while asked for a text");
    }
  }
}
