// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/**
 * The moment at which a {@link StringTransport} tells its protocol that a connection is over which
 * the protocol has closed.
 *
 * @since 0.1
 */
public enum Disconnection {
  /** On the next turn of the clock, as on a network. */
  ON_NEXT_TURN,
  /** Inside the call that closes the connection, so that the protocol is called back by itself. */
  AT_ONCE,
  /** Not until the test calls {@link StringTransport#endConnection()}. */
  NEVER
}
