// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.Disconnection;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.task.LoopingCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Correct trials whose stand-ins are closed and used as they were meant. */
abstract class CorrectLeftOpen {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static FakeNetwork twoHosts() {
    FakeNetwork network = new FakeNetwork();
    network.host("client");
    network.host("server");
    return network;
  }

  @Trial
  void fault_strikes() {
    FakeNetwork network = twoHosts();
    network.strikeAfter(SECOND, new Fault.Reset("client", "server"));
    network.clock().advance(SECOND);
  }

  @Trial
  void refusal_isMet(FakeReactor reactor) {
    reactor
        .network()
        .strike(
            new Fault.FailNextConnect(
                "localhost", new ConnectionRefusedException("refused by the test")));
    reactor.connectTcp("localhost", 80, peer -> new AccumulatingProtocol());
    reactor.advance(SECOND);
  }

  @Trial
  void attempts_failByNumber(FakeReactor reactor) {
    reactor
        .network()
        .strike(new Fault.FailConnect("localhost", 1, new ConnectionRefusedException("first")));
    reactor
        .network()
        .strike(new Fault.FailConnect("localhost", 2, new ConnectionRefusedException("second")));
    reactor.connectTcp("localhost", 80, peer -> new AccumulatingProtocol());
    reactor.connectTcp("localhost", 80, peer -> new AccumulatingProtocol());
    reactor.advance(SECOND);
  }

  @Trial
  void takenPort_isMet(FakeReactor reactor) {
    reactor
        .network()
        .strike(new Fault.FailNextListen("localhost", new BindFailedException("taken")));
    assertThatThrownBy(() -> reactor.listenTcp(80, peer -> new AccumulatingProtocol()))
        .isInstanceOf(BindFailedException.class);
  }

  @Trial
  void rules_areMet(FakeReactor reactor) {
    reactor
        .network()
        .strike(
            new Fault.FailConnectTo(
                "localhost", "there", 80, new ConnectionRefusedException("no")));
    reactor.connectTcp("there", 80, peer -> new AccumulatingProtocol());
    reactor
        .network()
        .strike(new Fault.FailLookup("localhost", "nowhere", new DnsLookupException("unknown")));
    reactor.resolve("nowhere").addErrback(DnsLookupException.class, error -> List.of());
    reactor.advance(SECOND);
  }

  @Trial
  void peer_isFinished() {
    ScriptedPeer peer = new ScriptedPeer().expect("HELLO\r\n").answer("250 OK\r\n").hangUp();
    AccumulatingProtocol client = new AccumulatingProtocol();
    Wire wire = Wire.connect(client, peer);
    client.transport().write("HELLO\r\n".getBytes(StandardCharsets.UTF_8));
    wire.flush();
    peer.assertFinished();
  }

  @Trial
  void peer_isKnownToBeUnfinished() {
    ScriptedPeer peer = new ScriptedPeer().expect("HELLO\r\n");
    AccumulatingProtocol client = new AccumulatingProtocol();
    Wire wire = Wire.connect(client, peer);
    client.transport().loseConnection();
    wire.flush();
    assertThat(peer.isFinished()).isFalse();
  }

  @Trial
  void wire_isClosedWhenItsProducerIsDone() {
    AccumulatingProtocol client = new AccumulatingProtocol();
    Wire wire = Wire.connect(client, new AccumulatingProtocol());
    client.transport().registerProducer(new LeftOpenMistakes.Endless());
    client.transport().loseConnection();
    wire.flush();
    client.transport().unregisterProducer();
    wire.flush();
  }

  @Trial
  void wire_isAbortedThoughAProducerIsRegistered() {
    AccumulatingProtocol client = new AccumulatingProtocol();
    Wire wire = Wire.connect(client, new AccumulatingProtocol());
    client.transport().registerProducer(new LeftOpenMistakes.Endless());
    client.transport().abortConnection();
    wire.flush();
  }

  @Trial
  void transport_isClosedWhenItsProducerIsDone(VirtualClock clock) {
    StringTransport transport =
        new StringTransport(clock).withDisconnection(Disconnection.ON_NEXT_TURN);
    transport.connect(new AccumulatingProtocol());
    transport.registerProducer(new LeftOpenMistakes.Endless());
    transport.loseConnection();
    transport.unregisterProducer();
    clock.advance(SECOND);
    assertThat(transport.isConnected()).isFalse();
  }

  @Trial
  Deferred<?> partition_isHealedBeforeTheEnd() throws BindFailedException {
    FakeNetwork network = twoHosts();
    AccumulatingProtocol client = new AccumulatingProtocol();
    var port = network.host("server").listenTcp(80, peer -> new AccumulatingProtocol());
    network.host("client").connectTcp("server", 80, peer -> client);
    network.clock().advance(SECOND);
    network.strike(new Fault.Partition("client", "server"));
    client.transport().loseConnection();
    network.clock().advance(SECOND);
    network.strike(new Fault.Heal("client", "server"));
    network.clock().advance(SECOND);
    return port.stopListening();
  }

  @Trial
  void loop_endsWithAFailureThatIsHandled(VirtualClock clock) {
    LoopingCall.of(
            clock,
            () -> {
              throw new IllegalStateException("boom");
            })
        .start(SECOND, false)
        .<Object>addCallbacks(loop -> loop, error -> "ended");
    clock.advance(SECOND);
  }

  /** Nothing else is there. */
  static final class InCorrectLeftOpenAlone extends CorrectLeftOpen {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectLeftOpenStrict extends CorrectLeftOpen {}

  /** Time has passed before, and passes after. */
  static final class InCorrectLeftOpenWithFixtures extends CorrectLeftOpen
      implements Surroundings.Seconds {}
}
