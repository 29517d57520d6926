// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.PendingKind;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers that a ledger gives to its entries: one in order of creation, and one within their
 * kind. What other threads create is counted separately, as its moment differs between runs.
 */
@SuppressWarnings("EnumOrdinal") // each creation takes a number: an array is the fastest map
final class Numbers {
  private static final int KINDS = PendingKind.values().length;

  private final int[] ofTrial = new int[KINDS];
  private final int[] ofOthers = new int[KINDS];
  private final AtomicLong order = new AtomicLong();

  /** The number of requests for something that a thread outside the trial is to bring. */
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
