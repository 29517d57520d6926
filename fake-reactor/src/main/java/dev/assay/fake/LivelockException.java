// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

/**
 * Says that calls arm one another with no delay, again and again, so that virtual time cannot move.
 *
 * @since 0.1
 */
public final class LivelockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LivelockException(String message) {
    super(message);
  }
}
