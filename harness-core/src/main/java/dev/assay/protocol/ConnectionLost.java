// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of a connection that nobody closed in good order: it was reset, or it broke.
 *
 * @since 0.1
 */
public sealed class ConnectionLost extends ConnectionClosed permits ConnectionAborted {
  private static final long serialVersionUID = 1L;

  /** Makes the reason, with what happened to which connection. */
  public ConnectionLost(String message) {
    this(message, null);
  }

  /** Makes the reason of a connection that broke on what its protocol threw. */
  public ConnectionLost(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
