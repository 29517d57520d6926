// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeListenTest {
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final ProtocolFactory factory = peer -> new RecordingProtocol("server", log);

  @Test
  void port_isOpenUntilItIsStopped() throws Exception {
    ListeningPort port = reactor.listenTcp(80, factory);
    assertThat(reactor.listeners()).containsExactly(port);
    assertThat(port.address()).isEqualTo(new InetSocketAddress(Addresses.ipv4(0, 0, 0, 0), 80));
    assertThat(port.toString()).isEqualTo("ListeningPort 0.0.0.0:80");
    port.stopListening();
    reactor.advance(Duration.ZERO);

    assertThat(reactor.listeners()).isEmpty();
  }

  @Test
  void zero_isAnyFreePort() throws Exception {
    reactor.listenTcp(49_152, factory);
    ListeningPort any = reactor.listenTcp(0, factory);
    ListeningPort other = reactor.listenTcp(0, factory);

    assertThat(List.of(any.toString(), other.toString()))
        .containsExactly("ListeningPort 0.0.0.0:49153", "ListeningPort 0.0.0.0:49154");
  }

  @Test
  void portThatIsTaken_isRefused() throws Exception {
    reactor.listenTcp(80, factory);

    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenTcp(80, factory))
        .withMessage("0.0.0.0:80 is in use on localhost");
    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenTcp(80, factory, on("127.0.0.1")))
        .withMessage("127.0.0.1:80 is in use on localhost");
  }

  @Test
  void portOfAnotherInterface_isNotTaken() throws Exception {
    reactor.listenTcp(80, factory, on("127.0.0.1"));
    reactor.listenTcp(80, factory, on("10.0.0.1"));

    assertThat(reactor.listeners()).hasSize(2);
  }

  @Test
  void portOfAnotherHost_isNotTaken() throws Exception {
    FakeNetwork network = new FakeNetwork();
    network.host("a").listenTcp(80, factory);
    network.host("b").listenTcp(80, factory);

    assertThat(network.host("b").listeners()).hasSize(1);
  }

  @Test
  void interface_takesOnlyConnectionsToItself() throws Exception {
    FakeNetwork network = new FakeNetwork();
    FakeReactor a = network.host("a");
    a.listenTcp(80, factory, on("127.0.0.1"));
    RecordingClient near = new RecordingClient(new ArrayList<>());
    RecordingClient far = new RecordingClient(log);
    a.connectTcp("127.0.0.1", 80, near);
    network.host("b").connectTcp("a", 80, far);
    a.advance(Duration.ZERO);

    assertThat(near.failure()).isNull();
    assertThat(log).contains("server made", "failed ConnectionRefusedException");
  }

  @Test
  void interfaceThatIsNotTheHosts_isRefused() {
    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenTcp(80, factory, on("10.7.7.7")))
        .withMessage("10.7.7.7 is not an address of localhost");
    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenTcp(80, factory, on("example.org")))
        .withMessage("example.org is not an address of localhost");
  }

  @Test
  void portOutOfRange_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reactor.listenTcp(-1, factory))
        .withMessage("port must be from 0 to 65535: -1");
  }

  @Test
  void stopListening_givesThePortBack_whenItsDeferredFires() throws Exception {
    ListeningPort port = reactor.listenTcp(80, factory);
    Deferred<?> stopped = port.stopListening();
    assertThat(stopped.isFired()).isFalse();
    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenTcp(80, factory));
    reactor.advance(Duration.ZERO);

    assertThat(stopped.isFired()).isTrue();
    assertThat(reactor.listenTcp(80, factory)).isNotNull();
  }

  @Test
  void stopListening_againAndAgain_firesEveryDeferred() throws Exception {
    ListeningPort port = reactor.listenTcp(80, factory);
    Deferred<?> first = port.stopListening();
    Deferred<?> second = port.stopListening();
    reactor.advance(Duration.ZERO);

    assertThat(first.isFired()).isTrue();
    assertThat(second.isFired()).isTrue();
    assertThat(port.stopListening().isFired()).isTrue();
  }

  @Test
  void stopListening_refusesFromThenOn_andLeavesConnectionsAlone() throws Exception {
    ListeningPort port = reactor.listenTcp(80, factory);
    RecordingProtocol client = new RecordingProtocol("client", log);
    reactor.connectTcp("localhost", 80, peer -> client);
    reactor.advance(Duration.ZERO);
    port.stopListening();
    reactor.connectTcp("localhost", 80, new RecordingClient(log));
    client.write("still here");
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("server got still here", "failed ConnectionRefusedException");
  }

  @Test
  void connectionThatWaitsToBeAccepted_isResetWhenThePortStops() throws Exception {
    FakeNetwork network = SlowNetwork.of(Duration.ofSeconds(1));
    FakeReactor b = network.host("b");
    ListeningPort port = b.listenTcp(80, factory);
    b.callLater(Duration.ofSeconds(1), port::stopListening);
    network.host("a").connectTcp("b", 80, new RecordingClient(log));
    b.advance(Duration.ofSeconds(5));

    assertThat(log).contains("failed ConnectionRefusedException").doesNotContain("server made");
  }

  @Test
  void factory_isToldWhenThePortOpensAndCloses() throws Exception {
    ListeningPort port = reactor.listenTcp(80, new Watched());
    assertThat(log).containsExactly("factory started");
    port.stopListening();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("factory started", "factory stopped");
  }

  @Test
  void script_failsTheNextRequestToListen() throws Exception {
    BindFailedException scripted = new BindFailedException("no permission");
    reactor.network().strike(new Fault.FailNextListen("localhost", scripted));

    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> reactor.listenTcp(80, factory))
        .isSameAs(scripted);
    assertThat(reactor.listenTcp(80, factory)).isNotNull();
  }

  private static ListenOptions on(String host) {
    return ListenOptions.DEFAULT.withHost(host);
  }

  private final class Watched implements ProtocolFactory {
    @Override
    public RecordingProtocol buildProtocol(SocketAddress peer) {
      return new RecordingProtocol("server", log);
    }

    @Override
    public void factoryStarted() {
      log.add("factory started");
    }

    @Override
    public void factoryStopped() {
      log.add("factory stopped");
    }
  }
}
