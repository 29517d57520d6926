// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.HalfClosingProtocol;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.protocol.Transport;
import dev.assay.reactor.ManualConnector;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class WrappingFactoryTest {
  private final ManualTransport transport = new ManualTransport();

  @Test
  void wrappedProtocol_isToldEverything() {
    RecordingProtocol inner = new RecordingProtocol();
    Protocol outer = build(peer -> inner);

    outer.makeConnection(transport);
    outer.dataReceived(new byte[] {'a'});
    outer.endConnection(new ConnectionDoneException("bye"));

    assertThat(inner.takeEvents())
        .containsExactly("made", "received a", "lost ConnectionDoneException");
  }

  @Test
  void wrappedProtocol_asksTheTransportThroughTheWrapper() {
    RecordingProtocol inner = new RecordingProtocol();
    build(peer -> inner).makeConnection(transport);
    Transport seen = inner.transport();

    seen.write(new byte[] {'a'});
    seen.writeSequence(List.of(new byte[] {'b'}, new byte[] {'c'}));
    seen.pauseProducing();
    seen.resumeProducing();
    seen.stopProducing();
    seen.setOption(StandardSocketOptions.TCP_NODELAY, true);
    seen.loseWriteConnection();
    seen.loseConnection();
    seen.abortConnection();

    assertThat(transport.takeRequests())
        .containsExactly(
            "write a",
            "write bc",
            "pause",
            "resume",
            "stop",
            "TCP_NODELAY true",
            "lose write",
            "lose",
            "abort");
  }

  @Test
  void wrappedProtocol_asksForTheTransportsState() {
    RecordingProtocol inner = new RecordingProtocol();
    build(peer -> inner).makeConnection(transport);
    Transport seen = inner.transport();

    assertThat(seen).isNotSameAs(transport);
    assertThat(seen.isConnected()).isTrue();
    transport.loseConnection();
    assertThat(seen.isConnected()).isFalse();
    assertThat(seen.peer()).isEqualTo(transport.peer());
    assertThat(seen.host()).isEqualTo(transport.host());
    assertThatThrownBy(() -> seen.option(StandardSocketOptions.TCP_NODELAY))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void producers_reachTheTransport() {
    RecordingProtocol inner = new RecordingProtocol();
    build(peer -> inner).makeConnection(transport);
    Nothing producer = new Nothing();

    inner.transport().registerProducer((PushProducer) producer);
    assertThat(transport.push()).isSameAs(producer);
    inner.transport().unregisterProducer();
    inner.transport().registerProducer((PullProducer) producer);
    assertThat(transport.pull()).isSameAs(producer);
  }

  @Test
  void halfCloseableProtocol_isToldOfHalfCloses() {
    HalfClosingProtocol inner = new HalfClosingProtocol();
    Protocol outer = build(peer -> inner);

    assertThat(outer).isInstanceOf(HalfCloseable.class);
    ((HalfCloseable) outer).readConnectionLost();
    assertThat(inner.events()).containsExactly("read lost");
    assertThat(build(peer -> new RecordingProtocol())).isNotInstanceOf(HalfCloseable.class);
  }

  @Test
  void refusal_passes() {
    assertThat(new Plain(peer -> null).buildProtocol(transport.peer())).isNull();
  }

  @Test
  void clientFactory_isToldOfItsConnector() {
    Events inner = new Events();
    Plain outer = new Plain(inner);
    ManualConnector connector = new ManualConnector("there", outer);

    outer.factoryStarted();
    connector.connect();
    connector.refuse();
    connector.connect();
    connector.establish();
    connector.lose();
    outer.factoryStopped();

    assertThat(inner.events)
        .containsExactly("started", "connecting", "refused", "connecting", "lost", "stopped");
  }

  @Test
  void serverFactory_needNotKnowOfConnectors() {
    Plain outer = new Plain(peer -> new RecordingProtocol());
    ManualConnector connector = new ManualConnector("there", outer);

    connector.connect();
    outer.clientConnectionFailed(connector, new ConnectionRefusedException("refused"));
    outer.clientConnectionLost(connector, new ConnectionDoneException("bye"));

    assertThat(connector.attempts()).isEqualTo(1);
  }

  @Test
  void wrapper_beforeTheConnection_hasNoTransport() {
    PlainWrapper wrapper = new PlainWrapper(new RecordingProtocol());

    assertThatThrownBy(wrapper::peer)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("PlainWrapper has no transport yet; it has one from connectionMade() on");
  }

  private Protocol build(ProtocolFactory inner) {
    return Objects.requireNonNull(new Plain(inner).buildProtocol(transport.peer()));
  }

  private static final class Plain extends WrappingFactory {
    Plain(ProtocolFactory wrapped) {
      super(wrapped);
    }

    @Override
    protected ProtocolWrapper wrap(Protocol protocol, SocketAddress peer) {
      return new PlainWrapper(protocol);
    }
  }

  private static final class PlainWrapper extends ProtocolWrapper {
    PlainWrapper(Protocol inner) {
      super(inner);
    }
  }

  private static final class Events implements ClientFactory {
    private final List<String> events = new ArrayList<>();

    @Override
    public Protocol buildProtocol(SocketAddress peer) {
      return new RecordingProtocol();
    }

    @Override
    public void factoryStarted() {
      events.add("started");
    }

    @Override
    public void factoryStopped() {
      events.add("stopped");
    }

    @Override
    public void startedConnecting(Connector connector) {
      events.add("connecting");
    }

    @Override
    public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
      events.add("refused");
    }

    @Override
    public void clientConnectionLost(Connector connector, ConnectionClosedException reason) {
      events.add("lost");
    }
  }

  private static final class Nothing implements PushProducer, PullProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }
}
