// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * The state of a thread that asks users' objects for a text, as for a report. What their code does
 * then belongs to no trial: it can neither create nor fire objects of a trial, and an attempt to do
 * so is not a failure.
 *
 * @since 0.1
 */
public final class Asking {
  private Asking() {}

  /** Begins to ask on the calling thread, until the binding is closed. */
  public static Ledger.Binding begin() {
    return CurrentWork.ask();
  }

  /** Returns whether the calling thread is asking. */
  public static boolean isHere() {
    return CurrentWork.isAsking();
  }

  /** Throws if the calling thread is asking: to ask for a text must not change a trial. */
  static void check(String what) {
    if (isHere()) {
      throw new IllegalStateException("cannot " + what + " while a report asks for a text");
    }
  }
}
