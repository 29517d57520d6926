// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.RecordingProtocol;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConnectionLimitsTest {
  private static final SocketAddress PEER = InetSocketAddress.createUnresolved("a", 1);
  private static final SocketAddress SAME_HOST = InetSocketAddress.createUnresolved("a", 2);
  private static final SocketAddress OTHER_HOST = InetSocketAddress.createUnresolved("b", 1);

  @Test
  void total_beyondTheLimit_isRefused() {
    LimitTotalConnections factory = new LimitTotalConnections(peer -> new RecordingProtocol(), 2);

    assertThat(connect(factory, PEER)).isNotNull();
    assertThat(connect(factory, OTHER_HOST)).isNotNull();

    assertThat(connect(factory, PEER)).isNull();
    assertThat(factory.connections()).isEqualTo(2);
  }

  @Test
  void total_lostConnection_makesRoom() {
    LimitTotalConnections factory = new LimitTotalConnections(peer -> new RecordingProtocol(), 1);
    Protocol first = connect(factory, PEER);
    assertThat(first).isNotNull();

    first.endConnection(new ConnectionDoneException("bye"));

    assertThat(factory.connections()).isZero();
    assertThat(connect(factory, PEER)).isNotNull();
  }

  @Test
  void total_beyondTheLimit_mayGoToAnotherFactory() {
    RecordingProtocol busy = new RecordingProtocol();
    LimitTotalConnections factory =
        new LimitTotalConnections(peer -> new RecordingProtocol(), 0, peer -> busy);

    assertThat(connect(factory, PEER)).isSameAs(busy);
    assertThat(factory.connections()).isZero();
  }

  @Test
  void total_refusedByTheWrappedFactory_doesNotCount() {
    LimitTotalConnections factory = new LimitTotalConnections(peer -> null, 1);

    assertThat(connect(factory, PEER)).isNull();
    assertThat(factory.connections()).isZero();
  }

  @Test
  void byPeer_portsOfAHostCountTogether() {
    LimitConnectionsByPeer factory = new LimitConnectionsByPeer(peer -> new RecordingProtocol(), 2);
    connect(factory, PEER);
    connect(factory, SAME_HOST);

    assertThat(connect(factory, PEER)).isNull();
    assertThat(connect(factory, OTHER_HOST)).isNotNull();
    assertThat(factory.connections(SAME_HOST)).isEqualTo(2);
    assertThat(factory.connections(OTHER_HOST)).isEqualTo(1);
  }

  @Test
  void byPeer_lostConnection_makesRoom() {
    LimitConnectionsByPeer factory = new LimitConnectionsByPeer(peer -> new RecordingProtocol(), 1);
    Protocol first = connect(factory, PEER);
    assertThat(first).isNotNull();

    first.endConnection(new ConnectionDoneException("bye"));

    assertThat(factory.connections(PEER)).isZero();
    assertThat(connect(factory, SAME_HOST)).isNotNull();
  }

  @Test
  void byPeer_addressesCountAsHosts() {
    LimitConnectionsByPeer factory = new LimitConnectionsByPeer(peer -> new RecordingProtocol(), 1);
    connect(factory, new InetSocketAddress(1000));
    connect(factory, UnixDomainSocketAddress.of("/run/x"));

    assertThat(connect(factory, new InetSocketAddress(2000))).isNull();
    assertThat(connect(factory, UnixDomainSocketAddress.of("/run/x"))).isNull();
    assertThat(connect(factory, UnixDomainSocketAddress.of("/run/y"))).isNotNull();
  }

  @Test
  void negativeLimit_isRefused() {
    assertThatThrownBy(() -> new LimitTotalConnections(peer -> null, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must not be negative: -1");
    assertThatThrownBy(() -> new LimitConnectionsByPeer(peer -> null, -2))
        .hasMessage("limit must not be negative: -2");
  }

  private static @Nullable Protocol connect(ProtocolFactory factory, SocketAddress peer) {
    Protocol protocol = factory.buildProtocol(peer);
    if (protocol != null) {
      protocol.makeConnection(new ManualTransport(peer));
    }
    return protocol;
  }
}
