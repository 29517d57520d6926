// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of a connection for which the factory created no protocol.
 *
 * @since 0.1
 */
public final class NoProtocolException extends ConnectFailedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what was tried. */
  public NoProtocolException(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what was tried, and its cause. */
  public NoProtocolException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
