// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chains;

import dev.assay.deferred.Deferred;

/** What an application counts. */
@FunctionalInterface
interface Statistics {
  /**
   * Asks for a figure. The Deferred fails with {@link Unavailable} if there is none at the moment;
   * cancelling it withdraws the question.
   */
  Deferred<Integer> fetch(String figure);

  /** The failure to tell a figure. */
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable(String message) {
      super(message);
    }
  }
}
