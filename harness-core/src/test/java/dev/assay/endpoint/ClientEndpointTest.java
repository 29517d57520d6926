// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import static dev.assay.deferred.Fired.failure;
import static dev.assay.deferred.Fired.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.NoProtocolException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ManualConnector.State;
import dev.assay.reactor.ManualReactor;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class ClientEndpointTest {
  private final ManualReactor reactor = new ManualReactor();
  private final ClientEndpoint endpoint = Endpoints.tcpClient(reactor, "example.org", 80);

  @Test
  void connect_asksTheReactorAndWaits() {
    Deferred<Protocol> connected = endpoint.connect(peer -> new RecordingProtocol());

    assertThat(reactor.connectors()).hasToString("[example.org:80]");
    assertThat(connected.isFired()).isFalse();
  }

  @Test
  void connect_options_reachTheReactor() {
    ConnectOptions options = ConnectOptions.DEFAULT.withTimeout(Duration.ofSeconds(5));
    var connecting =
        Endpoints.tcpClient(reactor, "example.org", 80, options).connect(RecordingProtocol::new);

    assertThat(reactor.connectors()).hasToString("[example.org:80 within PT5S]");
    connecting.cancel();
    failure(connecting);
  }

  @Test
  void connect_established_givesTheConnectedProtocol() {
    RecordingProtocol protocol = new RecordingProtocol();
    Deferred<Protocol> connected = endpoint.connect(peer -> protocol);

    reactor.last().establish();

    assertThat(success(connected)).isSameAs(protocol);
    assertThat(protocol.takeEvents()).containsExactly("made");
    assertThat(protocol.transport()).isSameAs(reactor.last().transport());
  }

  @Test
  void connect_supplier_givesAProtocolOfItsType() {
    Deferred<RecordingProtocol> connected = endpoint.connect(RecordingProtocol::new);

    reactor.last().establish();

    assertThat(success(connected).takeEvents()).containsExactly("made");
  }

  @Test
  void connect_supplier_endpointThatNeverAsksForAProtocol_fails() {
    ClientEndpoint careless = factory -> Deferred.succeed(new RecordingProtocol());

    assertThat(failure(careless.connect(RecordingProtocol::new)))
        .hasMessage("the endpoint has connected without calling buildProtocol() of the factory");
  }

  @Test
  void connectProtocol_givesIt() {
    RecordingProtocol protocol = new RecordingProtocol();
    Deferred<RecordingProtocol> connected = endpoint.connectProtocol(protocol);

    reactor.last().establish();

    assertThat(success(connected)).isSameAs(protocol);
  }

  @Test
  void connect_later_eventsReachTheProtocol() {
    RecordingProtocol protocol = new RecordingProtocol();
    Deferred<Protocol> connected = endpoint.connect(peer -> protocol);
    reactor.last().establish();

    reactor.last().protocol().dataReceived(new byte[] {'h', 'i'});
    reactor.last().lose();

    assertThat(protocol.takeEvents())
        .containsExactly("made", "received hi", "lost ConnectionDoneException");
    assertThat(success(connected)).isSameAs(protocol);
  }

  @Test
  void connect_refused_failsWithTheReason() {
    Deferred<Protocol> connected = endpoint.connect(peer -> new RecordingProtocol());

    reactor.last().refuse();

    assertThat(failure(connected)).isInstanceOf(ConnectionRefusedException.class);
  }

  @Test
  void connect_factoryMakesNoProtocol_failsWithNoProtocol() {
    Deferred<Protocol> connected = endpoint.connect(peer -> null);

    reactor.last().establish();

    assertThat(failure(connected))
        .isInstanceOf(NoProtocolException.class)
        .hasMessage(
            "the factory created no protocol for the connection to tcp:host=example.org:port=80");
    assertThat(reactor.last().state()).isEqualTo(State.DISCONNECTED);
  }

  @Test
  void connect_factoryThrows_failsWithThat() {
    IllegalArgumentException error = new IllegalArgumentException("no such peer");
    Deferred<Protocol> connected =
        endpoint.connect(
            peer -> {
              throw error;
            });

    reactor.last().establish();

    assertThat(failure(connected)).isSameAs(error);
  }

  @Test
  void connect_connectionMadeThrows_failsWithTheLossThatFollows() {
    IllegalStateException error = new IllegalStateException("not today");
    Deferred<Protocol> connected = endpoint.connect(peer -> new Refusing(error));

    reactor.last().establish();

    assertThat(failure(connected)).isInstanceOf(ConnectionLostException.class).hasCause(error);
  }

  @Test
  void connect_reactorThrows_failsWithThat() {
    RuntimeException error = new RuntimeException("no network");
    ClientEndpoint broken = new UnixClientEndpoint(new BrokenUnix(error), "/run/x.sock");

    assertThat(failure(broken.connect(RecordingProtocol::new))).isSameAs(error);
  }

  @Test
  void cancel_callsOffTheAttempt_andFailsAsCancelled() {
    Deferred<Protocol> connected = endpoint.connect(peer -> new RecordingProtocol());

    connected.cancel();

    assertThat(reactor.last().state()).isEqualTo(State.DISCONNECTED);
    assertThat(failure(connected)).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancel_insideConnectionMade_closesTheConnection() {
    List<Deferred<Protocol>> asked = new ArrayList<>();
    asked.add(endpoint.connect(peer -> new Cancelling(asked)));

    reactor.last().establish();

    assertThat(reactor.last().transport().takeRequests()).containsExactly("lose");
    assertThat(failure(asked.get(0))).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancel_onceConnected_leavesTheConnection() {
    Deferred<Protocol> connected = endpoint.connect(peer -> new RecordingProtocol());
    reactor.last().establish();

    connected.cancel();

    assertThat(reactor.last().transport().takeRequests()).isEmpty();
  }

  @Test
  void addTimeout_tooLate_callsOffTheAttempt_andFailsAsTimedOut() {
    Deferred<Protocol> connected =
        endpoint
            .connect(peer -> new RecordingProtocol())
            .addTimeout(Duration.ofSeconds(1), reactor);

    reactor.advance(1000);

    assertThat(reactor.last().state()).isEqualTo(State.DISCONNECTED);
    assertThat(failure(connected)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void factory_isToldThatItIsUsed() {
    Counting factory = new Counting();
    Deferred<Protocol> connected = endpoint.connect(factory);
    assertThat(factory.users).isEqualTo(1);

    reactor.last().establish();

    assertThat(success(connected)).isInstanceOf(RecordingProtocol.class);
  }

  @Test
  void unix_connectsToThePath() {
    Deferred<Protocol> connected =
        Endpoints.unixClient(reactor, "/run/x.sock").connect(peer -> new RecordingProtocol());

    assertThat(reactor.connectors()).hasToString("[/run/x.sock]");
    reactor.last().establish();
    assertThat(success(connected)).isInstanceOf(RecordingProtocol.class);
  }

  @Test
  void port_outOfRange_isRefused() {
    assertThatThrownBy(() -> Endpoints.tcpClient(reactor, "example.org", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port must be from 1 to 65535: 0");
    assertThatThrownBy(() -> Endpoints.hostClient(reactor, "example.org", 65536))
        .hasMessage("port must be from 1 to 65535: 65536");
  }

  private static final class Refusing extends Protocol {
    private final RuntimeException error;

    Refusing(RuntimeException error) {
      this.error = error;
    }

    @Override
    protected void connectionMade() {
      throw error;
    }

    @Override
    public void dataReceived(byte[] data) {}
  }

  private static final class Cancelling extends Protocol {
    private final List<Deferred<Protocol>> asked;

    Cancelling(List<Deferred<Protocol>> asked) {
      this.asked = asked;
    }

    @Override
    protected void connectionMade() {
      asked.get(0).cancel();
    }

    @Override
    public void dataReceived(byte[] data) {}
  }

  private static final class Counting implements ProtocolFactory {
    private int users;

    @Override
    public Protocol buildProtocol(SocketAddress peer) {
      return new RecordingProtocol();
    }

    @Override
    public void factoryStarted() {
      users++;
    }
  }
}
