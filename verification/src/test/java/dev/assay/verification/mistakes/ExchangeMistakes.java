// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.deferred.Deferred;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Trial;
import dev.assay.policy.ClientService;
import dev.assay.policy.FileSender;
import dev.assay.policy.IdleTimeout;
import dev.assay.policy.ReconnectingClientFactory;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.framing.LineReceiver;
import dev.assay.trial.FailureCode;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;

/** Mistakes with services, endpoints, datagrams and framed messages. */
@SuppressWarnings({"AddressSelection", "ObjectToString"}) // as users write
final class ExchangeMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private ExchangeMistakes() {}

  @Mistake(value = "a protocol throws on a line", code = FailureCode.LOGGED_ERROR)
  static final class LineThrows {
    @Trial
    void line(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> new Numbers());
      Endpoints.tcpClient(reactor, "localhost", 80)
          .connect(AccumulatingProtocol::new)
          .addEffect(client -> client.transport().write("1\r\nnone\r\n".getBytes(UTF_8)));
      reactor.advance(SECOND);
      port.stopListening();
    }

    /** Reads a number from each line. */
    private static final class Numbers extends LineReceiver {
      @Override
      protected void lineReceived(byte[] line) {
        Integer.parseInt(new String(line, UTF_8)); // here
      }
    }
  }

  @Mistake(value = "a protocol throws when its connection is made", code = FailureCode.LOGGED_ERROR)
  static final class GreetingThrows {
    @Trial
    void greeting(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> new Greeter());
      Endpoints.tcpClient(reactor, "localhost", 80)
          .connect(AccumulatingProtocol::new)
          .addEffect(client -> client.transport().loseConnection());
      reactor.advance(SECOND);
      port.stopListening();
    }

    /** Reads its greeting from where there is none. */
    private static final class Greeter extends Protocol {
      @Override
      protected void connectionMade() {
        Integer.parseInt("none"); // here
      }

      @Override
      public void dataReceived(byte[] data) {}
    }
  }

  @Mistake(value = "a protocol throws when its connection is lost", code = FailureCode.LOGGED_ERROR)
  static final class FarewellThrows {
    @Trial
    void farewell(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> new Leaver());
      Endpoints.tcpClient(reactor, "localhost", 80)
          .connect(AccumulatingProtocol::new)
          .addEffect(client -> client.transport().loseConnection());
      reactor.advance(SECOND);
      port.stopListening();
    }

    /** Sums up what it never had. */
    private static final class Leaver extends Protocol {
      @Override
      public void dataReceived(byte[] data) {}

      @Override
      protected void connectionLost(ConnectionClosedException reason) {
        Integer.parseInt("none"); // here
      }
    }
  }

  @Mistake(value = "a server's factory throws", code = FailureCode.LOGGED_ERROR)
  static final class FactoryThrows {
    @Trial
    void factory(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> build());
      Endpoints.tcpClient(reactor, "localhost", 80)
          .connect(AccumulatingProtocol::new)
          .addBoth(Object::toString);
      reactor.advance(SECOND);
      port.stopListening();
    }

    private static Protocol build() {
      throw new IllegalStateException("not configured"); // here
    }
  }

  @Mistake(value = "a protocol throws on a datagram", code = FailureCode.LOGGED_ERROR)
  static final class DatagramThrows {
    @Trial
    void datagram(FakeReactor reactor) throws Exception {
      var receiver = reactor.listenUdp(53, new QueryParser());
      var sender = reactor.listenUdp(0, new QueryParser());
      sender.write("none".getBytes(UTF_8), new InetSocketAddress("127.0.0.1", 53));
      reactor.advance(SECOND);
      receiver.stopListening();
      sender.stopListening();
    }

    /** Reads a number from each datagram. */
    private static final class QueryParser extends DatagramProtocol {
      @Override
      public void datagramReceived(byte[] data, InetSocketAddress from) {
        Integer.parseInt(new String(data, UTF_8)); // here
      }
    }
  }

  @Mistake(value = "a port on a path is left listening", code = FailureCode.OPEN_PORT)
  static final class UnixPortLeft {
    @Trial
    void port(FakeReactor reactor) throws Exception {
      reactor.listenUnix("/tmp/server", peer -> new AccumulatingProtocol()); // here
    }
  }

  @Mistake(value = "a connection to a path is left open", code = FailureCode.OPEN_CONNECTION)
  static final class UnixConnectionLeft {
    @Trial
    void connection(FakeReactor reactor) throws Exception {
      var port = reactor.listenUnix("/tmp/server", peer -> new AccumulatingProtocol());
      Endpoints.unixClient(reactor, "/tmp/server").connect(AccumulatingProtocol::new); // here
      reactor.advance(SECOND);
      port.stopListening();
    }
  }

  @Mistake(value = "a port of an endpoint is left listening", code = FailureCode.OPEN_PORT)
  static final class EndpointPortLeft {
    @Trial
    Deferred<?> port(FakeReactor reactor) {
      return Endpoints.tcpServer(reactor, 80).listen(peer -> new AccumulatingProtocol()); // here
    }
  }

  @Mistake(
      value = "a port is in use already, and the failure is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class PortTaken {
    @Trial
    void port(FakeReactor reactor) throws Exception {
      var first = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
      Endpoints.tcpServer(reactor, 80).listen(peer -> new AccumulatingProtocol()); // here
      first.stopListening();
    }
  }

  @Mistake(value = "a client service is not stopped", code = FailureCode.OPEN_CONNECTION)
  static final class ServiceLeft {
    @Trial
    void service(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
      var endpoint = Endpoints.tcpClient(reactor, "localhost", 80);
      var service = new ClientService<>(reactor, endpoint, AccumulatingProtocol::new);
      service.startService(); // here
      reactor.advance(SECOND);
      port.stopListening();
    }
  }

  @Mistake(
      value = "a client service that is not stopped keeps trying",
      code = FailureCode.PENDING_CALL)
  static final class ServiceRetries {
    @Trial
    void service(FakeReactor reactor) {
      var endpoint = Endpoints.tcpClient(reactor, "localhost", 81);
      var service = new ClientService<>(reactor, endpoint, AccumulatingProtocol::new);
      service.startService(); // here
      reactor.advance(SECOND);
    }
  }

  @Mistake(
      value = "a service is stopped while code waits for its connection",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class ServiceStopped {
    @Trial
    Deferred<?> service(FakeReactor reactor) {
      var endpoint = Endpoints.tcpClient(reactor, "localhost", 81);
      var service = new ClientService<>(reactor, endpoint, AccumulatingProtocol::new);
      service.startService();
      service.whenConnected().addCallback(Object::toString); // here
      return service.stopService();
    }
  }

  @Mistake(
      value = "a file is sent on a connection that is lost",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class SendingCut {
    @Trial
    void send(StringTransport transport) {
      transport.connect(new AccumulatingProtocol());
      FileSender.send(new ByteArrayInputStream(new byte[100_000]), transport); // here
      transport.endConnection(new ConnectionLostException("over"));
    }
  }

  @Mistake(value = "an idle timeout is not removed", code = FailureCode.PENDING_CALL)
  static final class SilenceLimited {
    @Trial
    void limit(VirtualClock clock) {
      IdleTimeout limit = new IdleTimeout(clock, () -> {});
      limit.setTimeout(SECOND); // here
    }
  }

  @Mistake(
      value = "a client that lost its connection is about to connect again",
      code = FailureCode.PENDING_CALL)
  static final class ConnectsAgain {
    @Trial
    void client(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> new HangsUp());
      reactor.connectTcp("localhost", 80, new Persistent(reactor)); // here
      port.stopListening();
      reactor.advance(Duration.ofMillis(10));
    }

    /** Closes what it gets. */
    private static final class HangsUp extends Protocol {
      @Override
      protected void connectionMade() {
        transport().loseConnection();
      }

      @Override
      public void dataReceived(byte[] data) {}
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
  }

  @Mistake(value = "a script waits for bytes that never come", code = FailureCode.NEVER_FIRES)
  static final class ScriptUnfinished {
    @Trial
    Deferred<?> script() {
      ScriptedPeer server = new ScriptedPeer().expect("HELO");
      Deferred<?> finished = server.whenFinished(); // here
      Wire wire = Wire.connect(new AccumulatingProtocol(), server);
      wire.flush();
      return finished;
    }
  }

  @Mistake(
      value = "the test waits for a server that does not close its half",
      code = FailureCode.NEVER_FIRES)
  static final class HalfOpen {
    @Trial
    Deferred<?> close(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> new Stays());
      return Endpoints.tcpClient(reactor, "localhost", 80)
          .connect(Leaves::new)
          .addDeferringCallback(Leaves::leave)
          .addDeferringCallback(left -> port.stopListening());
    }

    /** Closes what it sends, and waits for the end. */
    private static final class Leaves extends Protocol implements HalfCloseable {
      Deferred<?> leave() {
        transport().loseWriteConnection();
        return whenDisconnected(); // here
      }

      @Override
      public void dataReceived(byte[] data) {}

      @Override
      public void readConnectionLost() {}

      @Override
      public void writeConnectionLost() {}
    }

    /** Does nothing when the other side has closed its half. */
    private static final class Stays extends Protocol implements HalfCloseable {
      @Override
      public void dataReceived(byte[] data) {}

      @Override
      public void readConnectionLost() {}

      @Override
      public void writeConnectionLost() {}
    }
  }

  @Mistake(
      value = "a name is not known, and the failure is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class NameUnknown {
    @Trial
    void resolve(FakeReactor reactor) {
      reactor.resolve("nowhere.example"); // here
      reactor.advance(SECOND);
    }
  }

  @Mistake(
      value = "an exception of a protocol comes out of the wire's flush",
      code = FailureCode.LOGGED_ERROR)
  static final class WireThrows {
    @Trial
    void flush() {
      Wire wire = Wire.connect(new AccumulatingProtocol(), new Parser());
      wire.client().write("none".getBytes(UTF_8));
      wire.flush();
    }

    /** Reads numbers. */
    private static final class Parser extends Protocol {
      @Override
      public void dataReceived(byte[] data) {
        Integer.parseInt(new String(data, UTF_8)); // here
      }
    }
  }

  @Mistake(
      value = "a connection is cut by a fault while it is closing",
      code = FailureCode.OPEN_CONNECTION)
  static final class ClosedInPartition {
    @Trial
    void close(FakeNetwork network) throws Exception {
      var port = network.host("server").listenTcp(80, peer -> new AccumulatingProtocol());
      AccumulatingProtocol client = new AccumulatingProtocol();
      Endpoints.tcpClient(network.host("client"), "server", 80).connectProtocol(client); // here
      network.clock().advance(SECOND);
      network.strike(new Fault.Partition("client", "server"));
      client.transport().loseConnection();
      network.clock().advance(SECOND);
      port.stopListening();
    }
  }
}
