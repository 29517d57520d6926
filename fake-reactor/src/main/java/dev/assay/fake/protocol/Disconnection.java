// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/**
 * The time at which a {@link StringTransport} notifies its protocol of the end of a connection that
 * the protocol has closed.
 *
 * @since 0.1
 */
public enum Disconnection {
  /** On the next turn of the clock, as on a network. */
  ON_NEXT_TURN,
  /**
   * Inside the call that closes the connection, so that the protocol causes its own notification.
   */
  AT_ONCE,
  /** Never, unless the test calls {@link StringTransport#endConnection()}. */
  NEVER
}
