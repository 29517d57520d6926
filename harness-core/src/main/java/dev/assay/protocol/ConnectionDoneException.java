// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * The end of a connection that one side closed in an orderly way.
 *
 * @since 0.1
 */
public final class ConnectionDoneException extends ConnectionClosedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what happened to which connection. */
  public ConnectionDoneException(String message) {
    super(message, null);
  }
}
