// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * This side's end of a connection that was made.
 *
 * @since 0.1
 */
public interface Connection {
  /** Returns the address of the other side. */
  SocketAddress peer();

  /**
   * Hands the connection to its protocol.
   *
   * @param entry its ledger entry, if there is a trial
   * @param whenOver is called after the protocol, when the connection has ended
   */
  void open(
      Protocol protocol,
      @Nullable ConnectionEntry entry,
      Consumer<ConnectionClosedException> whenOver);

  /** Closes the connection, for which a factory has built no protocol. */
  void decline();

  /** Closes the connection in an orderly way. */
  void close();
}
