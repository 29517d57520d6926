// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers that a ledger gives to its entries: one in the order of birth, and one within their
 * kind. What other threads make is counted apart: when they do is another moment in each run.
 */
@SuppressWarnings("EnumOrdinal") // each birth takes a number: an array is the fastest map
final class Numbers {
  private static final int KINDS = PendingKind.values().length;

  private final int[] ofTrial = new int[KINDS];
  private final int[] ofOthers = new int[KINDS];
  private final AtomicLong order = new AtomicLong();

  /** How often something was asked for that a thread outside the trial is to bring. */
  final AtomicLong asked = new AtomicLong();

  long nextInOrder() {
    return order.getAndIncrement();
  }

  int next(PendingKind kind) {
    return ++ofTrial[kind.ordinal()];
  }

  synchronized int nextOfOthers(PendingKind kind) {
    return ++ofOthers[kind.ordinal()];
  }
}
