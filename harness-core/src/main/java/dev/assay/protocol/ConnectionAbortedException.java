// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * The end of a connection that this side aborted.
 *
 * @since 0.1
 */
public final class ConnectionAbortedException extends ConnectionLostException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what happened to which connection. */
  public ConnectionAbortedException(String message) {
    super(message);
  }
}
