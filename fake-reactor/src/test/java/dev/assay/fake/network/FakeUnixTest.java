// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ListeningPort;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeUnixTest {
  private static final String PATH = "/run/app.sock";

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final RecordingProtocol client = new RecordingProtocol("client", log);
  private final RecordingProtocol server = new RecordingProtocol("server", log);

  @Test
  void connectAndListen_meetByPath() throws Exception {
    ListeningPort port = reactor.listenUnix(PATH, peer -> server);
    Connector connector = reactor.connectUnix(PATH, peer -> client);
    reactor.advance(Duration.ZERO);
    client.write("ping");
    server.write("pong");
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly("client made", "server made", "server got ping", "client got pong");
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(PATH);
    assertThat(port.address()).isEqualTo(address);
    assertThat(connector.destination()).isEqualTo(address);
    assertThat(client.transport().peer()).isEqualTo(address);
    assertThat(client.transport().host()).isEqualTo(UnixDomainSocketAddress.of(""));
    assertThat(server.transport().host()).isEqualTo(address);
    assertThat(server.transport().peer()).isEqualTo(UnixDomainSocketAddress.of(""));
  }

  @Test
  void clients_areToldApart() throws Exception {
    reactor.listenUnix(PATH, peer -> new RecordingProtocol("server", log));
    reactor.connectUnix(PATH, peer -> new RecordingProtocol("client", log));
    reactor.connectUnix(PATH, peer -> client);
    reactor.advance(Duration.ZERO);

    assertThat(client.transport().toString()).isEqualTo("client #2 -> /run/app.sock");
  }

  @Test
  void streams_closeAsAnyOther() throws Exception {
    reactor.listenUnix(PATH, peer -> server);
    reactor.connectUnix(PATH, peer -> client);
    reactor.advance(Duration.ZERO);
    log.clear();
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionDoneException");
  }

  @Test
  void nobodyListens_isRefused() {
    RecordingClient factory = new RecordingClient(log);
    reactor.connectUnix(PATH, factory);
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("failed ConnectionRefusedException");
    assertThat(factory.failure()).hasMessage("nothing listens at /run/app.sock");
  }

  @Test
  void anotherHostsPath_isNotReached() throws Exception {
    FakeNetwork network = new FakeNetwork();
    network.host("a").listenUnix(PATH, peer -> server);
    RecordingClient factory = new RecordingClient(log);
    network.host("b").connectUnix(PATH, factory);
    network.host("b").advance(Duration.ZERO);

    assertThat(log).contains("failed ConnectionRefusedException");
  }

  @Test
  void pathThatIsTaken_isRefused_untilThePortIsStopped() throws Exception {
    ListeningPort port = reactor.listenUnix(PATH, peer -> server);
    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenUnix(PATH, peer -> server))
        .withMessage("/run/app.sock is in use on localhost");
    port.stopListening();
    reactor.advance(Duration.ZERO);

    assertThat(reactor.listenUnix(PATH, peer -> server)).isNotNull();
  }

  @Test
  void attempts_areRecorded_andScriptsFailThem() throws Exception {
    reactor.listenUnix(PATH, peer -> server);
    reactor
        .network()
        .strike(
            new Fault.FailNextConnect(
                "localhost", new ConnectionRefusedException("refused by the test")));
    reactor.connectUnix(PATH, new RecordingClient(log));
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("failed ConnectionRefusedException");
    assertThat(reactor.connectAttempts().get(0).host()).isEqualTo(PATH);
    assertThat(reactor.connectAttempts().get(0).port()).isZero();
  }

  @Test
  void scriptedListenFailure_countsForPathsToo() {
    reactor
        .network()
        .strike(new Fault.FailNextListen("localhost", new BindFailedException("no permission")));

    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenUnix(PATH, peer -> server))
        .withMessage("no permission");
  }
}
