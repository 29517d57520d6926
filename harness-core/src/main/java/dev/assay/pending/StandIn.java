// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * Threads that do another thread's work while that one is stopped, like the body of straight-line
 * code. They may use what belongs to the other thread.
 *
 * @since 0.1
 */
public final class StandIn {
  private StandIn() {}

  /** Returns the thread whose work this one is doing: itself, unless it acts for another. */
  public static Thread original() {
    return CurrentWork.thread();
  }

  /**
   * Makes this thread act for another until the binding is closed.
   *
   * @param ledger the ledger of the trial that the other thread is running, or null outside a trial
   */
  public static Ledger.Binding of(Thread original, @Nullable Ledger ledger) {
    return CurrentWork.bind(ledger, original);
  }
}
