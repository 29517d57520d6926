// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import dev.assay.deferred.Deferred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handler of one connection: its methods are called as things happen, and it acts through its
 * {@link Transport}.
 *
 * <p>All methods are called on the reactor's thread, one at a time, in this order: {@link
 * #connectionMade}, any number of {@link #dataReceived}, {@link #connectionLost}. The pieces in
 * which bytes arrive are unrelated to the pieces in which they were written. What a method throws
 * is logged, and the connection is lost.
 *
 * @since 0.1
 */
public abstract class Protocol {
  private @Nullable Transport transport;
  private boolean connected;
  private @Nullable ConnectionClosedException reason;

  /** The Deferreds to fire at the end; null while there are none. */
  private @Nullable List<Deferred<ConnectionClosedException>> waiting;

  /** Creates a protocol that is not connected yet. */
  protected Protocol() {}

  /** Connects this to a transport. Called by the code that created the transport. */
  public final void makeConnection(Transport transport) {
    this.transport = transport;
    connected = true;
    reason = null;
    connectionMade();
  }

  /** Ends the connection. Called by the code that created the transport. */
  public final void endConnection(ConnectionClosedException reason) {
    connected = false;
    this.reason = reason;
    try {
      connectionLost(reason);
    } finally {
      List<Deferred<ConnectionClosedException>> told = waiting == null ? List.of() : waiting;
      waiting = null;
      told.forEach(each -> each.callback(reason));
    }
  }

  /** Called when the connection has been made. */
  protected void connectionMade() {}

  /**
   * Called with bytes that have arrived.
   *
   * @param data at least one byte; the array belongs to this protocol from now on
   */
  public abstract void dataReceived(byte[] data);

  /** Called when the connection has ended. No method is called after this one. */
  protected void connectionLost(ConnectionClosedException reason) {}

  /** Returns whether the connection has been made and has not ended. */
  public final boolean isConnected() {
    return connected;
  }

  /**
   * Returns a Deferred with the reason why the connection has ended: at once if it has, and
   * otherwise after {@link #connectionLost} was called. It does not fire before there was a
   * connection.
   */
  public final Deferred<ConnectionClosedException> whenDisconnected() {
    if (reason != null) {
      return Deferred.succeed(reason);
    }
    if (waiting == null) {
      waiting = new ArrayList<>();
    }
    Deferred<ConnectionClosedException> end = new Deferred<>();
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
