// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * What stands between a connection and its protocol, and hands on what it is told. A subclass
 * overrides the events that it wants to hear of, to keep back or to change.
 *
 * <p>The connection is given {@link #outer()} in place of the protocol. Half closes are handed on
 * if the protocol is {@link HalfCloseable}; to the connection, {@link #outer()} is as well then.
 *
 * @since 0.1
 */
public abstract class ProtocolRelay {
  private final Protocol inner;
  private final Protocol outer;

  /** Makes what stands before a protocol. */
  protected ProtocolRelay(Protocol inner) {
    this.inner = inner;
    this.outer = inner instanceof HalfCloseable half ? new HalfCloseableEnd(half) : new End();
  }

  /** Returns what the connection is to talk to. */
  public final Protocol outer() {
    return outer;
  }

  /** Returns the protocol that hears in the end. */
  public final Protocol inner() {
    return inner;
  }

  /** Is told that the connection is made, and connects the protocol to a transport. */
  protected void connectionMade(Transport transport) {
    inner.makeConnection(transport);
  }

  /** Is told of bytes that have arrived. */
  protected void dataReceived(byte[] data) {
    inner.dataReceived(data);
  }

  /** Is told that the connection is over. */
  protected void connectionLost(ConnectionClosed reason) {
    inner.endConnection(reason);
  }

  private sealed class End extends Protocol permits HalfCloseableEnd {
    @Override
    protected final void connectionMade() {
      ProtocolRelay.this.connectionMade(transport());
    }

    @Override
    public final void dataReceived(byte[] data) {
      ProtocolRelay.this.dataReceived(data);
    }

    @Override
    protected final void connectionLost(ConnectionClosed reason) {
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
