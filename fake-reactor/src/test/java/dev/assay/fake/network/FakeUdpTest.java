// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.event.Choice;
import dev.assay.fake.event.SentDatagram;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeUdpTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final InetSocketAddress DNS = loopback(53);

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final Datagrams client = new Datagrams("client", log);
  private final Datagrams server = new Datagrams("server", log);

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(Addresses.ipv4(127, 0, 0, 1), port);
  }

  @Test
  void datagrams_passBothWays() throws Exception {
    server.onReceived((text, from) -> server.send("re: " + text, from));
    reactor.listenUdp(53, server);
    reactor.listenUdp(0, client);
    client.send("query", DNS);
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server started",
            "client started",
            "server got query from 127.0.0.1:49152",
            "client got re: query from 127.0.0.1:53");
  }

  @Test
  void datagram_keepsItsBounds_evenIfEmpty() throws Exception {
    reactor.listenUdp(53, server);
    reactor.listenUdp(0, client);
    client.send("", DNS);
    client.send("a", DNS);
    client.send("b", DNS);
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .endsWith(
            "server got  from 127.0.0.1:49152",
            "server got a from 127.0.0.1:49152",
            "server got b from 127.0.0.1:49152");
  }

  @Test
  void datagram_isCopied_andItsReceiverOwnsWhatItGets() throws Exception {
    reactor.listenUdp(53, server);
    DatagramTransport port = reactor.listenUdp(0, client);
    byte[] data = {'a'};
    port.write(data, DNS);
    data[0] = 'b';
    reactor.advance(Duration.ZERO);

    assertThat(log).endsWith("server got a from 127.0.0.1:49152");
  }

  @Test
  void write_callsNobodyBeforeItReturns() throws Exception {
    reactor.listenUdp(53, server);
    client.onStarted(() -> client.send("query", DNS));
    reactor.listenUdp(0, client);

    assertThat(log).containsExactly("server started", "client started");
  }

  @Test
  void otherHost_seesTheSendersAddress() throws Exception {
    FakeNetwork network = SlowNetwork.of(SECOND);
    network.host("a").listenUdp(0, client);
    FakeReactor b = network.host("b");
    b.listenUdp(53, server);
    client.send("query", new InetSocketAddress(Addresses.ipv4(10, 0, 0, 2), 53));
    b.advance(SECOND.minusNanos(1));
    assertThat(log).containsExactly("client started", "server started");
    b.advance(Duration.ofNanos(1));

    assertThat(log).endsWith("server got query from 10.0.0.1:49152");
  }

  @Test
  void whatIsSentToNobody_isLost() throws Exception {
    reactor.listenUdp(0, client);
    client.send("query", DNS);
    client.send("query", new InetSocketAddress(Addresses.ipv4(10, 9, 9, 9), 53));
    reactor.runUntilIdle(SECOND);

    assertThat(log).containsExactly("client started");
  }

  @Test
  void connectedPort_isToldWhenNobodyReceives() throws Exception {
    DatagramTransport port = reactor.listenUdp(0, client);
    port.connect(DNS);
    client.send("query");
    assertThat(log).containsExactly("client started");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("client started", "client refused");
  }

  @Test
  void connectedPort_receivesFromItsPeerOnly() throws Exception {
    reactor.listenUdp(53, server);
    reactor.listenUdp(54, new Datagrams("stranger", log)).write(new byte[] {'x'}, loopback(5_000));
    reactor.listenUdp(5_000, client).connect(DNS);
    server.send("y", loopback(5_000));
    reactor.advance(Duration.ZERO);

    assertThat(log).endsWith("client started", "client got y from 127.0.0.1:53");
  }

  @Test
  void connectedPort_sendsToItsPeerOnly() throws Exception {
    DatagramTransport port = reactor.listenUdp(5_000, client);
    port.connect(DNS);
    port.write(new byte[1], DNS);

    assertThatIllegalStateException()
        .isThrownBy(() -> port.write(new byte[1], loopback(54)))
        .withMessage(
            "DatagramPort 0.0.0.0:5000 is connected to 127.0.0.1:53"
                + " and cannot send to 127.0.0.1:54; open another port for that");
    assertThatIllegalStateException()
        .isThrownBy(() -> port.connect(DNS))
        .withMessage("DatagramPort 0.0.0.0:5000 is connected to 127.0.0.1:53 already");
  }

  @Test
  void writeWithoutAnAddress_needsAConnectedPort() throws Exception {
    DatagramTransport port = reactor.listenUdp(5_000, client);

    assertThatIllegalStateException()
        .isThrownBy(() -> port.write(new byte[1]))
        .withMessage(
            "DatagramPort 0.0.0.0:5000 is connected to no address;"
                + " connect it first, or say where to send");
  }

  @Test
  void namesAreNotLookedUp() throws Exception {
    DatagramTransport port = reactor.listenUdp(0, client);
    InetSocketAddress name = InetSocketAddress.createUnresolved("example.org", 53);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> port.write(new byte[1], name))
        .withMessage("to must be resolved, as by ReactorNames: example.org:53");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> port.connect(name))
        .withMessage("peer must be resolved, as by ReactorNames: example.org:53");
  }

  @Test
  void datagramThatIsTooLong_isRefused() throws Exception {
    DatagramTransport port = reactor.listenUdp(0, client);
    port.write(new byte[65_507], DNS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> port.write(new byte[65_508], DNS))
        .withMessage("data must have at most 65507 bytes: 65508");
  }

  @Test
  void stopListening_givesThePortBack_andTellsTheProtocol() throws Exception {
    DatagramTransport port = reactor.listenUdp(53, server);
    Deferred<?> stopped = port.stopListening();
    Deferred<?> again = port.stopListening();
    assertThat(log).containsExactly("server started");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server started", "server stopped");
    assertThat(stopped.isFired() && again.isFired()).isTrue();
    assertThat(reactor.datagramPorts()).isEmpty();
    assertThat(reactor.listenUdp(53, client)).isNotNull();
  }

  @Test
  void afterStopListening_nothingIsSentOrReceived() throws Exception {
    DatagramTransport port = reactor.listenUdp(53, server);
    reactor.listenUdp(0, client);
    client.send("query", DNS);
    port.stopListening();
    port.write(new byte[1], loopback(49_152));
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server started", "client started", "server stopped");
  }

  @Test
  void portThatIsTaken_isRefused_butPortsOfTcpDoNotCount() throws Exception {
    reactor.listenTcp(53, peer -> new RecordingProtocol("tcp", log));
    DatagramTransport port = reactor.listenUdp(53, server);
    assertThat(reactor.datagramPorts()).containsExactly(port);

    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenUdp(53, client, "127.0.0.1"))
        .withMessage("127.0.0.1:53 is in use on localhost");
    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenUdp(54, client, "10.7.7.7"))
        .withMessage("10.7.7.7 is not an address of localhost");
  }

  @Test
  void exceptions_areLogged_andThePortStaysOpen() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor watched = new FakeReactor();
      server.onReceived(
          (text, from) -> {
            throw new IllegalStateException(text);
          });
      watched.listenUdp(53, server);
      watched.listenUdp(0, client);
      client.send("one", DNS);
      client.send("two", DNS);
      watched.advance(Duration.ZERO);
    } catch (BindFailedException e) {
      throw new AssertionError(e);
    }

    assertThat(ledger.flushLoggedErrors(IllegalStateException.class))
        .extracting(Throwable::getMessage)
        .containsExactly("one", "two");
  }

  @Test
  void whatWasSent_isRecorded() throws Exception {
    reactor.listenUdp(0, client);
    reactor.advance(SECOND);
    client.send("query", DNS);

    assertThat(reactor.datagrams())
        .containsExactly(
            new SentDatagram(SECOND, loopback(49_152), DNS, "query".getBytes(US_ASCII)));
    assertThat(reactor.datagrams().get(0).toString())
        .isEqualTo("127.0.0.1:49152 -> 127.0.0.1:53: 5 bytes");
  }

  @Test
  void chooser_isAskedOnlyWhereThePathIsLossy() throws Exception {
    List<Choice> asked = new ArrayList<>();
    reactor
        .network()
        .choose(
            (what, options) -> {
              asked.add(what);
              return 0;
            });
    reactor.listenUdp(53, server);
    reactor.listenUdp(0, client);
    client.send("quiet", DNS);
    reactor.advance(Duration.ZERO);
    assertThat(asked).isEmpty();
    reactor.network().strike(new Fault.LoseDatagrams("localhost", "localhost", SECOND));
    client.send("lossy", DNS);
    reactor.advance(Duration.ZERO);

    assertThat(asked).containsExactly(Choice.LOSS, Choice.DUPLICATION, Choice.JITTER);
    assertThat(log).hasSize(4);
  }

  @Test
  void lossyPath_losesWhatTheChooserSays() throws Exception {
    choose(Choice.LOSS, 1);
    client.send("lost", DNS);
    reactor.runUntilIdle(SECOND);

    assertThat(log).containsExactly("server started", "client started");
    assertThat(reactor.datagrams()).hasSize(1);
  }

  @Test
  void lossyPath_doublesWhatTheChooserSays() throws Exception {
    choose(Choice.DUPLICATION, 2);
    client.send("thrice", DNS);
    reactor.runUntilIdle(SECOND);

    assertThat(log.stream().filter(line -> line.startsWith("server got thrice"))).hasSize(3);
  }

  @Test
  void lossyPath_letsADatagramOvertakeAnother() throws Exception {
    int[] held = {1, 0};
    reactor.network().strike(new Fault.LoseDatagrams("localhost", "localhost", SECOND));
    int[] next = {0};
    reactor.network().choose((what, options) -> what == Choice.JITTER ? held[next[0]++] : 0);
    reactor.listenUdp(53, server);
    reactor.listenUdp(0, client);
    client.send("slow", DNS);
    client.send("fast", DNS);
    reactor.runUntilIdle(SECOND);

    assertThat(log)
        .endsWith("server got fast from 127.0.0.1:49152", "server got slow from 127.0.0.1:49152");
  }

  private void choose(Choice chosen, int option) throws BindFailedException {
    reactor.network().strike(new Fault.LoseDatagrams("localhost", "localhost", SECOND));
    reactor.network().choose((what, options) -> what == chosen ? option : 0);
    reactor.listenUdp(53, server);
    reactor.listenUdp(0, client);
  }
}
