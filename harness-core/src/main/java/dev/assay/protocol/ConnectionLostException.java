// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of a connection that was not closed in an orderly way: it was reset, or it broke.
 *
 * @since 0.1
 */
public sealed class ConnectionLostException extends ConnectionClosedException
    permits ConnectionAbortedException, TlsFailedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what happened to which connection. */
  public ConnectionLostException(String message) {
    this(message, null);
  }

  /** Creates the reason of a connection that ended because its protocol threw an error. */
  public ConnectionLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
