// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FakeConnectorTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final RecordingClient client = new RecordingClient(log);

  @Test
  void factory_isToldOfTheBeginningAtOnce_andOfTheRestLater() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    reactor.connectTcp("localhost", 80, client);
    assertThat(log).containsExactly("factory started", "connecting");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("factory started", "connecting", "client made", "server made");
  }

  @Test
  void stopConnecting_endsTheAttemptInATurnOfItsOwn() {
    Connector connector = reactor.connectTcp("10.9.9.9", 80, client);
    connector.stopConnecting();
    assertThat(client.failure()).isNull();
    reactor.runUntilIdle(Duration.ZERO);

    assertThat(log).endsWith("failed ConnectStoppedException", "factory stopped");
    assertThat(client.failure()).hasMessage("the attempt to connect to 10.9.9.9:80 was stopped");
  }

  @Test
  void stopConnecting_insideStartedConnecting_sendsNothing() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    client.onStarted(Connector::stopConnecting);
    reactor.connectTcp("localhost", 80, client);
    reactor.runUntilIdle(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "factory started", "connecting", "failed ConnectStoppedException", "factory stopped");
  }

  @Test
  void stopConnecting_winsOverAnAnswerThatArrivesInTheSameTurn() {
    FakeNetwork network = SlowNetwork.of(SECOND);
    Pair.listen(network.host("b"), new RecordingProtocol("server", log));
    FakeReactor a = network.host("a");
    Connector connector = a.connectTcp("b", 80, client);
    a.callLater(SECOND.multipliedBy(2), connector::stopConnecting);
    a.runUntilIdle(SECOND.multipliedBy(10));

    assertThat(log)
        .containsExactly(
            "factory started",
            "connecting",
            "server made",
            "failed ConnectStoppedException",
            "factory stopped",
            "server lost ConnectionLostException");
  }

  @Test
  void stopConnecting_whileTheNameIsLookedUp_endsTheLookUp() {
    reactor.names().delay(SECOND);
    Connector connector = reactor.connectTcp("localhost", 80, client);
    connector.stopConnecting();
    reactor.runUntilIdle(Duration.ZERO);

    assertThat(log).endsWith("failed ConnectStoppedException", "factory stopped");
  }

  @Test
  void stopConnecting_unlessConnecting_isRefused() {
    Connector connector = reactor.connectTcp("localhost", 80, client);
    reactor.advance(Duration.ZERO);

    assertThatIllegalStateException()
        .isThrownBy(connector::stopConnecting)
        .withMessage("localhost:80 is not connecting; it is disconnected");
  }

  @Test
  void connect_whileConnecting_isRefused() {
    Connector connector = reactor.connectTcp("localhost", 80, client);

    assertThatIllegalStateException()
        .isThrownBy(connector::connect)
        .withMessage("localhost:80 is connecting already");
  }

  @Test
  void connect_whileConnected_isRefused() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    Connector connector = reactor.connectTcp("localhost", 80, client);
    reactor.advance(Duration.ZERO);

    assertThatIllegalStateException()
        .isThrownBy(connector::connect)
        .withMessage("localhost:80 is connected already");
  }

  @Test
  void disconnect_closesTheConnection_orCallsOffTheAttempt() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    Connector connector = reactor.connectTcp("localhost", 80, client);
    reactor.advance(Duration.ZERO);
    connector.disconnect();
    reactor.advance(Duration.ZERO);
    assertThat(log)
        .contains("client lost ConnectionDoneException", "server lost ConnectionDoneException");
    log.clear();
    connector.connect();
    connector.disconnect();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .contains("failed ConnectStoppedException", "factory stopped")
        .doesNotContain("client made");
  }

  @Test
  void factoryThatConnectsAgainWhenItFailed_staysStarted() {
    reactor
        .network()
        .strike(
            new Fault.FailNextConnect(
                "localhost", new ConnectionRefusedException("refused by the test")));
    Pair.listen(reactor, new RecordingProtocol("server", log));
    client.onFailed(Connector::connect);
    reactor.connectTcp("localhost", 80, client);
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "factory started",
            "connecting",
            "failed ConnectionRefusedException",
            "connecting",
            "client made",
            "server made");
  }

  @Test
  void factoryThatConnectsAgainWhenTheConnectionIsLost_staysStarted() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    List<Connector> lost = new ArrayList<>();
    client.onLost(
        connector -> {
          if (lost.isEmpty()) {
            connector.connect();
          }
          lost.add(connector);
        });
    Connector connector = reactor.connectTcp("localhost", 80, client);
    reactor.advance(Duration.ZERO);
    connector.disconnect();
    reactor.advance(Duration.ZERO);

    assertThat(log).doesNotContain("factory stopped").endsWith("client made", "server made");
    assertThat(lost).containsExactly(connector);
  }

  @Test
  void factoryThatMakesNoProtocol_hangsUp() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    reactor.connectTcp("localhost", 80, nothing());
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server made",
            "connector lost ConnectionDoneException",
            "server lost ConnectionDoneException");
  }

  private ClientFactory nothing() {
    return new ClientFactory() {
      @Override
      public @Nullable Protocol buildProtocol(SocketAddress peer) {
        return null;
      }

      @Override
      public void clientConnectionLost(Connector connector, ConnectionClosedException reason) {
        log.add("connector lost " + reason.getClass().getSimpleName());
      }
    };
  }

  @Test
  void factoryThatThrows_hangsUp_andTheErrorIsLogged() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor watched = new FakeReactor();
      Pair.listen(watched, new RecordingProtocol("server", log));
      watched.connectTcp(
          "localhost",
          80,
          peer -> {
            throw new IllegalStateException("no");
          });
      watched.advance(Duration.ZERO);
    }

    assertThat(log).containsExactly("server made", "server lost ConnectionDoneException");
    assertThat(ledger.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @Test
  void serversFactoryThatMakesNoProtocol_hangsUp() throws Exception {
    reactor.listenTcp(80, peer -> null);
    reactor.connectTcp("localhost", 80, client);
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("client made", "client lost ConnectionDoneException");
  }
}
