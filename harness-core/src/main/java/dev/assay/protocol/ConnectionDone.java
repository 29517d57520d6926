// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * The end of a connection that one side closed in good order.
 *
 * @since 0.1
 */
public final class ConnectionDone extends ConnectionClosed {
  private static final long serialVersionUID = 1L;

  /** Makes the reason, with what happened to which connection. */
  public ConnectionDone(String message) {
    super(message, null);
  }
}
