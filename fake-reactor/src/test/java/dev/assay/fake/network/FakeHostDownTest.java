// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeHostDownTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeNetwork network = new FakeNetwork();
  private final FakeReactor a = network.host("a");
  private final FakeReactor b = network.host("b");
  private final List<String> log = new ArrayList<>();
  private final RecordingProtocol client = new RecordingProtocol("client", log);

  FakeHostDownTest() {
    Pair.listen(b, new RecordingProtocol("server", log));
    a.connectTcp("b", 80, peer -> client);
    a.advance(Duration.ZERO);
    log.clear();
    b.network().strike(new Fault.Crash("b"));
  }

  @Test
  void hostThatIsDown_answersNobody() {
    client.write("anybody there?");
    a.runUntilIdle(SECOND);

    assertThat(log).isEmpty();
    assertThat(client.isConnected()).isTrue();
    assertThat(b.connections()).isEmpty();
    assertThat(b.listeners()).isEmpty();
  }

  @Test
  void connectionToAHostThatIsDown_closesOnThisSide() {
    client.transport().loseConnection();
    a.runUntilIdle(SECOND);

    assertThat(log).containsExactly("client lost ConnectionDoneException");
  }

  @Test
  void hostThatIsUpAgain_knowsNothingOfItsConnections() {
    b.network().strike(new Fault.Restart("b"));
    client.write("still there?");
    a.runUntilIdle(SECOND);

    assertThat(log).containsExactly("client lost ConnectionLostException");
  }

  @Test
  void hostThatIsUpAgain_hasItsPortsFree() throws BindFailedException {
    b.network().strike(new Fault.Restart("b"));

    assertThat(b.listenTcp(80, peer -> client)).isNotNull();
  }

  /** A clean-up must not wait for a machine that a test has taken down. */
  @Test
  void portsOfAHostThatIsDown_areClosedForWhoAsks() throws BindFailedException {
    FakeReactor c = network.host("c");
    ListeningPort port = c.listenTcp(80, peer -> new RecordingProtocol("server", log));
    DatagramTransport datagrams = c.listenUdp(53, new Datagrams("receiver", log));
    c.network().strike(new Fault.Crash("c"));
    log.clear();

    a.runUntil(port.stopListening());
    a.runUntil(datagrams.stopListening());
    assertThat(port.stopListening().isFired()).isTrue();
    assertThat(log).isEmpty();
  }

  @Test
  void hostThatIsDown_refusesNoDatagrams() throws BindFailedException {
    Datagrams sender = new Datagrams("sender", log);
    a.listenUdp(0, sender).connect(new InetSocketAddress(Addresses.ipv4(10, 0, 0, 2), 53));
    sender.send("query");
    a.runUntilIdle(SECOND);

    assertThat(log).containsExactly("sender started");
  }
}
