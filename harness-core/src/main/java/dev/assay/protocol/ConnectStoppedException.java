// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of an attempt to connect that was cancelled.
 *
 * @since 0.1
 */
public final class ConnectStoppedException extends ConnectFailedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what was tried. */
  public ConnectStoppedException(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what was tried, and its cause. */
  public ConnectStoppedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
