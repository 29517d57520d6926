// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * Threads that do another thread's work while that one stands still, as the body of straight-line
 * code does: what belongs to that thread may be touched by its stand-in.
 *
 * @since 0.1
 */
public final class StandIn {
  private StandIn() {}

  /** Returns the thread whose work this one is doing: its own, unless it stands in for another. */
  public static Thread original() {
    return CurrentWork.thread();
  }

  /**
   * Makes this thread stand in for another until the binding is closed.
   *
   * @param ledger the ledger of the trial that the other thread is running, or null outside one
   */
  public static Ledger.Binding of(Thread original, @Nullable Ledger ledger) {
    return CurrentWork.bind(ledger, original);
  }
}
