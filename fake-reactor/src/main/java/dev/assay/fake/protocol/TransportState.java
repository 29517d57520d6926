// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/**
 * The state of the connection of a {@link StringTransport}.
 *
 * @since 0.1
 */
public enum TransportState {
  /** No side has ended it. */
  OPEN,
  /** This side has closed it, and has not been notified of its end. */
  DISCONNECTING,
  /** This side has aborted it, and has not been notified of its end. */
  ABORTING,
  /** It is over. */
  CLOSED,
  /** It is over, because this side has aborted it. */
  ABORTED;

  /** Returns whether the connection is over. */
  public boolean isOver() {
    return this == CLOSED || this == ABORTED;
  }
}
