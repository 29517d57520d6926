// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;

/** A protocol that passes everything on to another, by way of its reactor. */
sealed class RelayProtocol extends Protocol permits RelayProtocol.HalfClosing {
  private final RelayReactor reactor;
  private final Protocol user;

  RelayProtocol(RelayReactor reactor, Protocol user) {
    this.reactor = reactor;
    this.user = user;
  }

  static RelayProtocol of(RelayReactor reactor, Protocol user) {
    return user instanceof HalfCloseable
        ? new HalfClosing(reactor, user)
        : new RelayProtocol(reactor, user);
  }

  Protocol user() {
    return user;
  }

  @Override
  protected void connectionMade() {
    user.makeConnection(reactor.between(transport(), this));
  }

  @Override
  public void dataReceived(byte[] data) {
    reactor.received(this, data);
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    reactor.lost(this, reason);
  }

  /** The same for a protocol that is told of the end of each direction. */
  static final class HalfClosing extends RelayProtocol implements HalfCloseable {
    HalfClosing(RelayReactor reactor, Protocol user) {
      super(reactor, user);
    }

    @Override
    public void readConnectionLost() {
      ((HalfCloseable) user()).readConnectionLost();
    }

    @Override
    public void writeConnectionLost() {
      ((HalfCloseable) user()).writeConnectionLost();
    }
  }
}
