// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Display;

/**
 * Thrown with the first failure among several Deferreds and the index of the one that failed. Later
 * failures that were consumed are suppressed in it.
 *
 * @since 0.1
 */
public final class FirstErrorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int index;

  FirstErrorException(int index, Throwable cause) {
    super("Deferred at index " + index + " failed: " + Display.of(cause), cause);
    this.index = index;
  }

  /** Returns the index of the Deferred that failed. */
  public int index() {
    return index;
  }
}
