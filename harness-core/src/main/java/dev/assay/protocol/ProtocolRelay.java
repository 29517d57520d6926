// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import dev.assay.tls.TlsSession;

/**
 * A layer between a connection and its protocol, which passes the events of the connection on. A
 * subclass overrides the events that it observes, holds back or changes.
 *
 * <p>The connection is given {@link #outer()} in place of the protocol. If the protocol is {@link
 * HalfCloseable}, so is {@link #outer()}, and half closes are passed on. So is the end of a
 * handshake.
 *
 * @since 0.1
 */
public abstract class ProtocolRelay {
  private final Protocol inner;
  private final Protocol outer;

  /** Creates a layer in front of a protocol. */
  protected ProtocolRelay(Protocol inner) {
    this.inner = inner;
    this.outer = inner instanceof HalfCloseable half ? new HalfCloseableEnd(half) : new End();
  }

  /** Returns the protocol to give to the connection. */
  public final Protocol outer() {
    return outer;
  }

  /** Returns the protocol that receives the events in the end. */
  public final Protocol inner() {
    return inner;
  }

  /** Called when the connection has been made. Connects the protocol to a transport. */
  protected void connectionMade(Transport transport) {
    inner.makeConnection(transport);
  }

  /** Called with bytes that have arrived. */
  protected void dataReceived(byte[] data) {
    inner.dataReceived(data);
  }

  /** Called when the connection has ended. */
  protected void connectionLost(ConnectionClosedException reason) {
    inner.endConnection(reason);
  }

  private sealed class End extends Protocol implements HandshakeListener permits HalfCloseableEnd {
    @Override
    protected final void connectionMade() {
      ProtocolRelay.this.connectionMade(transport());
    }

    @Override
    public final void dataReceived(byte[] data) {
      ProtocolRelay.this.dataReceived(data);
    }

    @Override
    public final void handshakeCompleted(TlsSession session) {
      if (inner instanceof HandshakeListener listener) {
        listener.handshakeCompleted(session);
      }
    }

    @Override
    protected final void connectionLost(ConnectionClosedException reason) {
      ProtocolRelay.this.connectionLost(reason);
    }
  }

  private final class HalfCloseableEnd extends End implements HalfCloseable {
    private final HalfCloseable inner;

    HalfCloseableEnd(HalfCloseable inner) {
      this.inner = inner;
    }

    @Override
    public void readConnectionLost() {
      inner.readConnectionLost();
    }

    @Override
    public void writeConnectionLost() {
      inner.writeConnectionLost();
    }
  }
}
