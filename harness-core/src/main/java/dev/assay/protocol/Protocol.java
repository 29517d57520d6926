// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import dev.assay.deferred.Deferred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What handles one connection: it is told what happens, and answers through its {@link Transport}.
 *
 * <p>All methods are called on the reactor's thread, one at a time, in this order: {@link
 * #connectionMade}, any number of {@link #dataReceived}, {@link #connectionLost}. Bytes arrive in
 * pieces that say nothing about how they were written. What a method throws is logged, and the
 * connection is lost.
 *
 * @since 0.1
 */
public abstract class Protocol {
  private @Nullable Transport transport;
  private boolean connected;
  private @Nullable ConnectionClosed reason;

  /** Those who wait for the end; null while there is nobody. */
  private @Nullable List<Deferred<ConnectionClosed>> waiting;

  /** Makes a protocol that is not connected yet. */
  protected Protocol() {}

  /** Connects this to a transport; called by who made the transport. */
  public final void makeConnection(Transport transport) {
    this.transport = transport;
    connected = true;
    reason = null;
    connectionMade();
  }

  /** Tells this that the connection is over; called by who made the transport. */
  public final void endConnection(ConnectionClosed reason) {
    connected = false;
    this.reason = reason;
    try {
      connectionLost(reason);
    } finally {
      List<Deferred<ConnectionClosed>> told = waiting == null ? List.of() : waiting;
      waiting = null;
      told.forEach(each -> each.callback(reason));
    }
  }

  /** Is told that the connection is made. */
  protected void connectionMade() {}

  /**
   * Is told of bytes that have arrived.
   *
   * @param data at least one byte, this protocol's to keep
   */
  public abstract void dataReceived(byte[] data);

  /** Is told that the connection is over; nothing is told after that. */
  protected void connectionLost(ConnectionClosed reason) {}

  /** Returns whether the connection was made and is not over. */
  public final boolean isConnected() {
    return connected;
  }

  /**
   * Returns a Deferred with the reason why the connection is over: at once if it is, and else when
   * {@link #connectionLost} has been told. It does not fire before there was a connection.
   */
  public final Deferred<ConnectionClosed> whenDisconnected() {
    if (reason != null) {
      return Deferred.succeed(reason);
    }
    if (waiting == null) {
      waiting = new ArrayList<>();
    }
    Deferred<ConnectionClosed> end = new Deferred<>();
    waiting.add(end);
    return end;
  }

  /**
   * Returns this side's end of the connection.
   *
   * @throws IllegalStateException before the connection is made
   */
  public final Transport transport() {
    if (transport == null) {
      throw new IllegalStateException(
          getClass().getSimpleName()
              + " has no transport yet; it has one from connectionMade() on");
    }
    return transport;
  }
}
