// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

/**
 * A virtual clock of one library, in the words of a benchmark.
 *
 * @param <H> what the library gives for a call, so that it can be cancelled
 */
interface Contender<H> {
  H arm(long millis, Runnable call);

  void cancel(H call);

  /** Moves a call that is armed; a library that cannot, cancels it and arms another. */
  default H reset(H call, long millis, Runnable action) {
    cancel(call);
    return arm(millis, action);
  }

  void advance(long millis);
}
