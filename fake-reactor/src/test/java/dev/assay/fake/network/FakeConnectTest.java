// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.event.ConnectAttempt;
import dev.assay.protocol.ConnectTimedOutException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.LocalAddressException;
import dev.assay.protocol.Protocol;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeConnectTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final RecordingClient client = new RecordingClient(log);

  @Test
  void nobodyListens_isRefused_andTheFactoryStops() {
    reactor.connectTcp("localhost", 80, client);
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "factory started",
            "connecting",
            "failed ConnectionRefusedException",
            "factory stopped");
    assertThat(client.failure()).hasMessage("nothing listens at localhost:80");
  }

  @Test
  void addressThatNobodyHas_timesOut() {
    reactor.connectTcp("10.9.9.9", 80, client);
    reactor.advance(Duration.ofSeconds(30).minusNanos(1));
    assertThat(client.failure()).isNull();
    reactor.advance(Duration.ofNanos(1));

    assertThat(client.failure())
        .isInstanceOf(ConnectTimedOutException.class)
        .hasMessage("no answer from 10.9.9.9:80 within 30s");
  }

  @Test
  void timeout_isAsAskedFor() {
    reactor.connectTcp(
        "10.9.9.9", 80, client, ConnectOptions.DEFAULT.withTimeout(Duration.ofSeconds(2)));
    reactor.clock().assertTurnsTrueAt(Duration.ofSeconds(2), () -> client.failure() != null);
  }

  @Test
  void timeout_coversTheLookUp() {
    reactor.names().delay(Duration.ofSeconds(10));
    reactor.connectTcp("localhost", 80, client, ConnectOptions.DEFAULT.withTimeout(SECOND));
    reactor.runUntilIdle(Duration.ofSeconds(60));

    assertThat(client.failure()).isInstanceOf(ConnectTimedOutException.class);
    assertThat(reactor.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void latency_delaysTheConnection() {
    FakeNetwork network = SlowNetwork.of(SECOND);
    FakeReactor a = network.host("a");
    Pair.listen(network.host("b"), new RecordingProtocol("server", log));
    a.connectTcp("b", 80, client);
    a.advance(SECOND);
    assertThat(log).contains("server made").doesNotContain("client made");
    a.advance(SECOND);

    assertThat(log).contains("client made");
  }

  @Test
  void backlogThatIsFull_letsTheRequestBeSentAgain() throws Exception {
    FakeNetwork network = SlowNetwork.of(Duration.ofMillis(10));
    FakeReactor b = network.host("b");
    b.listenTcp(
        80, peer -> new RecordingProtocol("server", log), ListenOptions.DEFAULT.withBacklog(1));
    network.host("a").connectTcp("b", 80, client);
    network.host("a").connectTcp("b", 80, client);
    b.advance(Duration.ofMillis(100));
    assertThat(log).containsOnlyOnce("server made");
    b.advance(SECOND);

    assertThat(log.stream().filter("server made"::equals)).hasSize(2);
    assertThat(log.stream().filter("client made"::equals)).hasSize(2);
  }

  @Test
  void hostThatComesUpWithinTheTimeout_isReached() {
    FakeNetwork network = new FakeNetwork();
    FakeReactor b = network.host("b");
    b.network().strike(new Fault.Crash("b"));
    network.host("a").connectTcp("b", 80, client);
    b.advance(Duration.ofSeconds(5));
    assertThat(client.failure()).isNull();
    b.network().strike(new Fault.Restart("b"));
    Pair.listen(b, new RecordingProtocol("server", log));
    b.advance(SECOND);

    assertThat(log).contains("client made", "server made");
  }

  @Test
  void hostThatGoesDownBeforeTheAnswer_leavesTheServerConnected() {
    FakeNetwork network = networkWhoseClientGoesDownBeforeTheAnswer();
    network.host("a").advance(SECOND.multipliedBy(5));

    assertThat(log).contains("server made").doesNotContain("client made");
    assertThat(network.host("b").connections()).hasSize(1);
  }

  @Test
  void hostThatIsUpAgainBeforeTheAnswer_knowsNothingOfItsAttempt() {
    FakeNetwork network = networkWhoseClientGoesDownBeforeTheAnswer();
    network.strike(new Fault.Restart("a"));
    network.host("a").advance(SECOND.multipliedBy(5));

    assertThat(log).contains("server lost ConnectionLostException").doesNotContain("client made");
  }

  @Test
  void scripts_failTheNextAttempt_orOneByNumber_orAllToADestination() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    reactor
        .network()
        .strike(new Fault.FailNextConnect("localhost", new ConnectTimedOutException("scripted")));
    reactor
        .network()
        .strike(new Fault.FailConnect("localhost", 3, new ConnectionRefusedException("scripted")));
    reactor
        .network()
        .strike(
            new Fault.FailConnectTo(
                "localhost", "backup", 80, new ConnectionRefusedException("scripted")));
    for (String host : List.of("localhost", "localhost", "localhost", "backup", "backup")) {
      reactor.connectTcp(host, 80, new RecordingClient(log));
      reactor.advance(Duration.ZERO);
    }

    assertThat(log.stream().filter(line -> line.matches("failed .*|client made")))
        .containsExactly(
            "failed ConnectTimedOutException",
            "client made",
            "failed ConnectionRefusedException",
            "failed ConnectionRefusedException",
            "failed ConnectionRefusedException");
  }

  @Test
  void attempts_areRecorded() {
    reactor.advance(SECOND);
    ConnectOptions options = ConnectOptions.DEFAULT.withTimeout(SECOND);
    reactor.connectTcp("example.org", 81, client, options);

    assertThat(reactor.connectAttempts())
        .containsExactly(
            new ConnectAttempt(
                SECOND, InetSocketAddress.createUnresolved("example.org", 81), options));
    assertThat(reactor.connectAttempts().get(0).host()).isEqualTo("example.org");
    assertThat(reactor.connectAttempts().get(0).port()).isEqualTo(81);
  }

  @Test
  void nameThatIsNotKnown_fails() {
    reactor.connectTcp("nowhere.example", 80, client);
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("failed DnsLookupException");
    assertThat(client.failure()).hasMessage("nowhere.example has no address known to localhost");
  }

  @Test
  void destination_isAsAskedFor_unresolved() {
    Connector connector = reactor.connectTcp("localhost", 80, client);

    assertThat(connector.destination())
        .isEqualTo(InetSocketAddress.createUnresolved("localhost", 80));
  }

  @Test
  void portOutOfRange_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reactor.connectTcp("localhost", 65_536, client))
        .withMessage("port must be from 0 to 65535: 65536");
  }

  @Test
  void clients_connectFromPortsOfTheirOwn_whichAreFreeAgainAfterwards() throws Exception {
    ListeningPort any = reactor.listenTcp(0, peer -> new RecordingProtocol("server", log));
    int listening = ((InetSocketAddress) any.address()).getPort();
    RecordingProtocol first = new RecordingProtocol("first", log);
    RecordingProtocol second = new RecordingProtocol("second", log);
    reactor.connectTcp("localhost", listening, client.making(first));
    reactor.advance(Duration.ZERO);
    reactor.connectTcp("localhost", listening, new RecordingClient(log).making(second));
    reactor.advance(Duration.ZERO);

    assertThat(List.of(listening, portOf(first), portOf(second)))
        .containsExactly(49_152, 49_153, 49_154);
  }

  private static int portOf(Protocol protocol) {
    return ((InetSocketAddress) protocol.transport().host()).getPort();
  }

  @Test
  void bindAddress_isWhereTheConnectionComesFrom() {
    RecordingProtocol protocol = new RecordingProtocol("client", log);
    RecordingProtocol server = new RecordingProtocol("server", log);
    Pair.listen(reactor, server);
    InetSocketAddress local = new InetSocketAddress(Addresses.ipv4(127, 0, 0, 1), 5_000);
    reactor.connectTcp(
        "localhost", 80, client.making(protocol), ConnectOptions.DEFAULT.withBindAddress(local));
    reactor.advance(Duration.ZERO);

    assertThat(protocol.transport().host()).isEqualTo(local);
    assertThat(server.transport().peer()).isEqualTo(local);
  }

  @Test
  void bindAddressThatIsTaken_fails_untilTheConnectionIsOver() {
    Pair.listen(reactor, new RecordingProtocol("server", log));
    InetSocketAddress local = new InetSocketAddress(Addresses.ipv4(127, 0, 0, 1), 5_000);
    ConnectOptions options = ConnectOptions.DEFAULT.withBindAddress(local);
    Connector first = reactor.connectTcp("localhost", 80, client, options);
    Connector second = reactor.connectTcp("localhost", 80, client, options);
    reactor.advance(Duration.ZERO);
    assertThat(client.failure())
        .isInstanceOf(LocalAddressException.class)
        .hasMessage("127.0.0.1:5000 is in use on localhost");
    log.clear();
    first.disconnect();
    reactor.advance(Duration.ZERO);
    second.connect();
    reactor.advance(Duration.ZERO);

    assertThat(log).endsWith("client made", "server made");
  }

  @Test
  void bindAddressThatIsNotTheHosts_fails() {
    InetSocketAddress local = new InetSocketAddress(Addresses.ipv4(10, 7, 7, 7), 0);
    reactor.connectTcp("localhost", 80, client, ConnectOptions.DEFAULT.withBindAddress(local));
    reactor.advance(Duration.ZERO);

    assertThat(client.failure())
        .isInstanceOf(LocalAddressException.class)
        .hasMessage("10.7.7.7:0 is not an address of localhost");
  }

  @Test
  void ipv6Loopback_isReached() throws Exception {
    reactor.listenTcp(80, peer -> new RecordingProtocol("server", log));
    RecordingProtocol protocol = new RecordingProtocol("client", log);
    reactor.connectTcp("::1", 80, client.making(protocol));
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("server made");
    assertThat(protocol.transport().toString())
        .isEqualTo("client [0:0:0:0:0:0:0:1]:49152 -> [0:0:0:0:0:0:0:1]:80");
  }

  private FakeNetwork networkWhoseClientGoesDownBeforeTheAnswer() {
    FakeNetwork network = SlowNetwork.of(SECOND);
    Pair.listen(network.host("b"), new RecordingProtocol("server", log));
    network.host("a").connectTcp("b", 80, client);
    network.host("a").advance(SECOND.plusMillis(500));
    network.strike(new Fault.Crash("a"));
    return network;
  }
}
