// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingDatagramProtocol;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.LineSendingProtocol;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.policy.ClientService;
import dev.assay.policy.FileSender;
import dev.assay.policy.IdleTimeout;
import dev.assay.policy.ReconnectingClientFactory;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.framing.LineReceiver;
import dev.assay.trial.TrialContext;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Correct trials with services, endpoints, datagrams and framed messages. */
@SuppressWarnings({"AddressSelection", "ObjectToString"}) // as users write
abstract class CorrectExchanges {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Answers each line. */
  private static final class Echo extends LineReceiver {
    @Override
    protected void lineReceived(byte[] line) {
      sendLine(line);
    }
  }

  /** Closes its half when the other side has closed its own. */
  private static final class Polite extends Protocol implements HalfCloseable {
    @Override
    public void dataReceived(byte[] data) {}

    @Override
    public void readConnectionLost() {
      transport().loseConnection();
    }

    @Override
    public void writeConnectionLost() {}
  }

  @Trial
  void line_isEchoed(Wire wire) {
    StringTransport transport = new StringTransport();
    transport.connect(new Echo()).dataReceived("hello\r\n".getBytes(US_ASCII));
    assertThat(transport.value(US_ASCII)).isEqualTo("hello\r\n");
    transport.endConnection(new ConnectionLostException("over"));
    assertThat(wire.isQuiet()).isTrue();
    wire.client().loseConnection();
    wire.flush();
  }

  @Trial
  Deferred<?> lines_overTheNetwork(FakeReactor reactor) throws Exception {
    var port = reactor.listenTcp(80, peer -> new Echo());
    LineSendingProtocol client = LineSendingProtocol.atOnce("one", "two");
    return Endpoints.tcpClient(reactor, "localhost", 80)
        .connectProtocol(client)
        .addDeferringCallback(made -> later(reactor))
        .addEffect(nothing -> assertThat(client.received()).containsExactly("one", "two"))
        .addDeferringCallback(nothing -> close(client))
        .addDeferringCallback(closed -> port.stopListening());
  }

  private static Deferred<?> later(FakeReactor reactor) {
    return dev.assay.deferred.Deferreds.deferLater(reactor, SECOND);
  }

  private static Deferred<ConnectionClosedException> close(Protocol protocol) {
    Deferred<ConnectionClosedException> closed = protocol.whenDisconnected();
    protocol.transport().loseConnection();
    return closed;
  }

  @Trial
  void datagrams_areReceived(FakeReactor reactor) throws Exception {
    AccumulatingDatagramProtocol received = new AccumulatingDatagramProtocol();
    var receiver = reactor.listenUdp(53, received);
    var sender = reactor.listenUdp(0, new AccumulatingDatagramProtocol());
    sender.write("query".getBytes(UTF_8), new InetSocketAddress("127.0.0.1", 53));
    reactor.advance(SECOND);
    assertThat(received.received()).hasSize(1);
    receiver.stopListening();
    sender.stopListening();
  }

  @Trial
  Deferred<?> path_isConnectedTo(FakeReactor reactor) throws Exception {
    var port = reactor.listenUnix("/tmp/server", peer -> new AccumulatingProtocol());
    return Endpoints.unixClient(reactor, "/tmp/server")
        .connect(AccumulatingProtocol::new)
        .addDeferringCallback(CorrectExchanges::close)
        .addDeferringCallback(closed -> port.stopListening());
  }

  @Trial
  Deferred<?> endpoint_listensAndStops(FakeReactor reactor) {
    return Endpoints.tcpServer(reactor, 80)
        .listen(peer -> new AccumulatingProtocol())
        .addDeferringCallback(port -> port.stopListening());
  }

  @Trial
  Deferred<?> port_thatIsTaken_isNoticed(FakeReactor reactor) throws Exception {
    var first = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    return Endpoints.tcpServer(reactor, 80)
        .listen(peer -> new AccumulatingProtocol())
        .addErrback(BindFailedException.class, taken -> first)
        .addDeferringCallback(port -> port.stopListening());
  }

  @Trial
  Deferred<?> service_isStopped(FakeReactor reactor) throws Exception {
    var port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    var endpoint = Endpoints.tcpClient(reactor, "localhost", 80);
    var service = new ClientService<>(reactor, endpoint, AccumulatingProtocol::new);
    service.startService();
    return service
        .whenConnected()
        .addDeferringCallback(client -> service.stopService())
        .addDeferringCallback(stopped -> port.stopListening());
  }

  @Trial
  @SuppressWarnings("NullAway") // nobody looks at the value
  Deferred<?> service_thatRetries_isStopped(FakeReactor reactor) {
    var endpoint = Endpoints.tcpClient(reactor, "localhost", 81);
    var service = new ClientService<>(reactor, endpoint, AccumulatingProtocol::new);
    service.startService();
    Deferred<?> connected =
        service.whenConnected().addErrback(CancellationException.class, stopped -> null);
    reactor.advance(SECOND.multipliedBy(10));
    return service.stopService().addDeferringCallback(stopped -> connected);
  }

  @Trial
  Deferred<?> file_isSent(FakeReactor reactor) throws Exception {
    AccumulatingProtocol server = new AccumulatingProtocol();
    var port = reactor.listenTcp(80, peer -> server);
    AccumulatingProtocol client = new AccumulatingProtocol();
    return Endpoints.tcpClient(reactor, "localhost", 80)
        .connectProtocol(client)
        .addDeferringCallback(
            made -> FileSender.send(new ByteArrayInputStream(new byte[50_000]), made.transport()))
        .addEffect(sent -> assertThat(sent).isEqualTo(50_000))
        .addDeferringCallback(sent -> close(client))
        .addEffect(closed -> assertThat(server.data()).hasSize(50_000))
        .addDeferringCallback(closed -> port.stopListening());
  }

  @Trial
  void producer_saysThatItHasEnded(StringTransport transport) {
    transport.connect(new AccumulatingProtocol());
    transport.registerProducer(new Once(transport));
    transport.resumeProducing();
    transport.endConnection(new ConnectionLostException("over"));
  }

  /** Has nothing, and says so. */
  private record Once(StringTransport transport) implements PullProducer {
    @Override
    public void resumeProducing() {
      transport.unregisterProducer();
    }

    @Override
    public void stopProducing() {}
  }

  @Trial
  void limitOnSilence_isLifted(VirtualClock clock) {
    IdleTimeout limit = new IdleTimeout(clock, () -> {});
    limit.setTimeout(SECOND);
    limit.resetTimeout();
    limit.setTimeout(null);
  }

  @Trial
  void limitOnSilence_strikes(VirtualClock clock) {
    StringBuilder struck = new StringBuilder();
    IdleTimeout limit = new IdleTimeout(clock, () -> struck.append("struck"));
    limit.setTimeout(SECOND);
    clock.advance(SECOND);
    assertThat(struck).hasToString("struck");
  }

  @Trial
  void client_stopsTrying(FakeReactor reactor) {
    Persistent factory = new Persistent(reactor);
    reactor.connectTcp("localhost", 81, factory);
    reactor.advance(SECOND.multipliedBy(30));
    factory.stopTrying();
  }

  /** Connects again. */
  private static final class Persistent extends ReconnectingClientFactory {
    Persistent(FakeReactor reactor) {
      super(reactor);
    }

    @Override
    public Protocol buildProtocol(SocketAddress peer) {
      return new AccumulatingProtocol();
    }
  }

  @Trial
  Deferred<?> script_isFinished(FakeReactor reactor) throws Exception {
    ScriptedPeer server = new ScriptedPeer().expect("HELO").answer("250").hangUp();
    var port = reactor.listenTcp(25, peer -> server);
    AccumulatingProtocol client = new AccumulatingProtocol();
    Deferred<?> closed = client.whenDisconnected();
    return Endpoints.tcpClient(reactor, "localhost", 25)
        .connectProtocol(client)
        .addEffect(made -> made.transport().write("HELO".getBytes(UTF_8)))
        .addDeferringCallback(made -> server.whenFinished())
        .addDeferringCallback(finished -> closed)
        .addEffect(over -> assertThat(client.data(UTF_8)).isEqualTo("250"))
        .addDeferringCallback(over -> port.stopListening());
  }

  @Trial
  Deferred<?> halves_areClosedOneAfterTheOther(FakeReactor reactor) throws Exception {
    var port = reactor.listenTcp(80, peer -> new Polite());
    Polite client = new Polite();
    Deferred<?> closed = client.whenDisconnected();
    return Endpoints.tcpClient(reactor, "localhost", 80)
        .connectProtocol(client)
        .addEffect(made -> made.transport().loseWriteConnection())
        .addDeferringCallback(made -> closed)
        .addDeferringCallback(over -> port.stopListening());
  }

  @Trial
  Deferred<?> name_thatIsNotKnown_isNoticed(FakeReactor reactor) {
    return reactor
        .resolve("nowhere.example")
        .addErrback(DnsLookupException.class, unknown -> java.util.List.of());
  }

  @Trial
  Deferred<?> partition_isHealed(FakeNetwork network) throws Exception {
    AccumulatingProtocol server = new AccumulatingProtocol();
    var port = network.host("server").listenTcp(80, peer -> server);
    AccumulatingProtocol client = new AccumulatingProtocol();
    network.strikeAfter(SECOND, new Fault.Partition("client", "server"));
    network.strikeAfter(SECOND.multipliedBy(3), new Fault.Heal("client", "server"));
    Endpoints.tcpClient(network.host("client"), "server", 80)
        .connectProtocol(client)
        .addCallback(Object::toString);
    network.clock().advance(SECOND.multipliedBy(2));
    client.transport().write("late".getBytes(UTF_8));
    network.clock().advance(SECOND.multipliedBy(30));
    assertThat(server.data(UTF_8)).isEqualTo("late");
    return close(client).addDeferringCallback(closed -> port.stopListening());
  }

  @Trial
  void server_isClosedInACleanup(FakeReactor reactor, TrialContext trial) throws Exception {
    var port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    trial.addDeferringCleanup(port::stopListening);
    AccumulatingProtocol client = new AccumulatingProtocol();
    trial.addDeferringCleanup(() -> close(client));
    Endpoints.tcpClient(reactor, "localhost", 80).connectProtocol(client);
    reactor.advance(SECOND);
    assertThat(client.isMade()).isTrue();
  }

  /** Nothing else is there. */
  static final class InCorrectExchangesAlone extends CorrectExchanges {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectExchangesStrict extends CorrectExchanges {}

  /** Time has passed before, and passes after. */
  static final class InCorrectExchangesWithFixtures extends CorrectExchanges
      implements Surroundings.Seconds {}
}
