// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.protocol.AccumulatingDatagramProtocol;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.reactor.ListeningPort;
import dev.assay.trial.TrialContext;
import java.time.Duration;

/** Correct trials with connections and ports. */
abstract class CorrectConnections {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  Deferred<?> port_isStopped(FakeReactor reactor) throws Exception {
    return reactor.listenTcp(80, peer -> new AccumulatingProtocol()).stopListening();
  }

  @Trial
  void port_isStoppedInACleanup(FakeReactor reactor, TrialContext trial) throws Exception {
    ListeningPort port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    trial.addDeferringCleanup(port::stopListening);
  }

  @Trial
  Deferred<?> connection_isClosed(FakeReactor reactor) throws Exception {
    ListeningPort port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    return Endpoints.tcpClient(reactor, "localhost", 80)
        .connect(AccumulatingProtocol::new)
        .addDeferringCallback(CorrectConnections::close)
        .addDeferringCallback(closed -> port.stopListening());
  }

  private static Deferred<?> close(AccumulatingProtocol client) {
    Deferred<?> closed = client.whenDisconnected();
    client.transport().loseConnection();
    return closed;
  }

  @Trial
  Deferred<?> connection_isAborted(FakeReactor reactor) throws Exception {
    ListeningPort port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    return Endpoints.tcpClient(reactor, "localhost", 80)
        .connect(AccumulatingProtocol::new)
        .addEffect(client -> client.transport().abortConnection())
        .addDeferringCallback(closed -> port.stopListening());
  }

  @Trial
  void connection_isClosedByTheEndOfTheTest(FakeReactor reactor) throws Exception {
    ListeningPort port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    Endpoints.tcpClient(reactor, "localhost", 80)
        .connect(AccumulatingProtocol::new)
        .addEffect(client -> client.transport().loseConnection());
    reactor.advance(SECOND);
    port.stopListening();
  }

  @Trial
  void refusal_isHandled(FakeReactor reactor) {
    Endpoints.tcpClient(reactor, "localhost", 81)
        .connect(AccumulatingProtocol::new)
        .addErrback(ConnectionRefusedException.class, refused -> new AccumulatingProtocol());
    reactor.advance(SECOND);
  }

  @Trial
  Deferred<?> refusal_isTheResult(FakeReactor reactor) {
    return Endpoints.tcpClient(reactor, "localhost", 81)
        .connect(AccumulatingProtocol::new)
        .addBoth(Object::toString);
  }

  @Trial
  void protocol_aloneOnATransport(StringTransport transport) {
    transport.connect(new AccumulatingProtocol());
    transport.write("hello".getBytes(UTF_8));
    assertThat(transport.value(UTF_8)).isEqualTo("hello");
    transport.endConnection(new ConnectionLostException("over"));
  }

  @Trial
  void protocols_onAWire(Wire wire) {
    wire.client().write("hello".getBytes(UTF_8));
    wire.flush();
    wire.client().loseConnection();
    wire.flush();
  }

  @Trial
  Deferred<?> datagramPort_isStopped(FakeReactor reactor) throws Exception {
    return reactor.listenUdp(53, new AccumulatingDatagramProtocol()).stopListening();
  }

  /** Nothing else is there. */
  static final class InCorrectConnectionsAlone extends CorrectConnections {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectConnectionsStrict extends CorrectConnections {}

  /** Time has passed before, and passes after. */
  static final class InCorrectConnectionsWithFixtures extends CorrectConnections
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectConnectionsWithConstructor extends CorrectConnections {
    InCorrectConnectionsWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
