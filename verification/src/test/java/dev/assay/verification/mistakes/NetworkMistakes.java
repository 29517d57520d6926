// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.deferred.Deferred;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingDatagramProtocol;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Trial;
import dev.assay.policy.ReconnectingClientFactory;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PushProducer;
import dev.assay.task.LoopingCall;
import dev.assay.trial.FailureCode;
import java.net.SocketAddress;
import java.time.Duration;

/** Mistakes with connections and ports. */
final class NetworkMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private NetworkMistakes() {}

  @Mistake(
      value = "a port is left listening",
      code = FailureCode.OPEN_PORT,
      elsewhere = "Twisted's trial prints [OK] and blames the class")
  static final class PortLeft {
    @Trial
    void port(FakeReactor reactor) throws Exception {
      reactor.listenTcp(80, peer -> new AccumulatingProtocol()); // here
    }
  }

  @Mistake(value = "a datagram port is left open", code = FailureCode.OPEN_PORT)
  static final class DatagramPortLeft {
    @Trial
    void port(FakeReactor reactor) throws Exception {
      reactor.listenUdp(53, new AccumulatingDatagramProtocol()); // here
    }
  }

  @Mistake(value = "a connection is left open", code = FailureCode.OPEN_CONNECTION)
  static final class ConnectionLeft {
    @Trial
    Deferred<?> connection(FakeNetwork network) throws Exception {
      FakeReactor server = network.host("server");
      var port = server.listenTcp(80, peer -> new AccumulatingProtocol());
      Deferred<?> connected =
          Endpoints.tcpClient(network.host("client"), "server", 80)
              .connect(AccumulatingProtocol::new); // here
      return connected.addDeferringCallback(protocol -> port.stopListening());
    }
  }

  @Mistake(
      value = "an attempt to connect is under way when the test ends",
      code = FailureCode.OPEN_CONNECTION)
  static final class AttemptLeft {
    @Trial
    void attempt(FakeNetwork network) {
      network.host("server");
      FakeReactor client = network.host("client");
      network.strike(new Fault.Latency("client", "server", SECOND));
      client.connectTcp("server", 80, peer -> new AccumulatingProtocol()); // here
    }
  }

  @Mistake(
      value = "a connection is left open by the side that sends",
      code = FailureCode.OPEN_CONNECTION)
  static final class SenderLeft {
    @Trial
    void sender(FakeNetwork network) throws Exception {
      var port = network.host("server").listenTcp(80, peer -> new AccumulatingProtocol());
      Endpoints.tcpClient(network.host("client"), "server", 80)
          .connect(AccumulatingProtocol::new) // here
          .addEffect(client -> client.transport().registerProducer(new Producer()));
      network.clock().advance(SECOND);
      port.stopListening();
    }

    /** Has something to say some time. */
    private static final class Producer implements PushProducer {
      @Override
      public void pauseProducing() {}

      @Override
      public void resumeProducing() {}

      @Override
      public void stopProducing() {}
    }
  }

  @Mistake(value = "a refused connection is not noticed", code = FailureCode.UNHANDLED_FAILURE)
  static final class RefusedUnnoticed {
    @Trial
    void refused(FakeReactor reactor) {
      Endpoints.tcpClient(reactor, "localhost", 81).connect(AccumulatingProtocol::new); // here
      reactor.advance(SECOND);
    }
  }

  @Mistake(value = "a client reconnects forever", code = FailureCode.PENDING_CALL)
  static final class ReconnectsForEver {
    @Trial
    void client(FakeReactor reactor) {
      reactor.connectTcp("localhost", 81, new Stubborn(reactor)); // here
      reactor.advance(SECOND);
    }

    /** Tries again and again. */
    private static final class Stubborn extends ReconnectingClientFactory {
      Stubborn(FakeReactor reactor) {
        super(reactor);
      }

      @Override
      public Protocol buildProtocol(SocketAddress peer) {
        return new AccumulatingProtocol();
      }
    }
  }

  @Mistake(value = "a protocol throws on what it receives", code = FailureCode.LOGGED_ERROR)
  static final class ProtocolThrows {
    @Trial
    void garbage(FakeNetwork network) throws Exception {
      FakeReactor server = network.host("server");
      var port = server.listenTcp(80, peer -> new Parser());
      Endpoints.tcpClient(network.host("client"), "server", 80)
          .connect(AccumulatingProtocol::new)
          .addEffect(client -> client.transport().write("none".getBytes(UTF_8)));
      network.clock().advance(SECOND);
      port.stopListening();
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
      value = "a heartbeat goes on after the connection is over",
      code = FailureCode.PENDING_CALL)
  static final class BeatsOn {
    @Trial
    void heartbeat(VirtualClock clock, StringTransport transport) {
      transport.connect(new Beating(clock));
      transport.endConnection(new ConnectionLostException("reset"));
    }

    /** Beats, and does not look whether anybody is there. */
    private static final class Beating extends Protocol {
      private final LoopingCall loop;

      Beating(VirtualClock clock) {
        loop = LoopingCall.of(clock, () -> {});
      }

      @Override
      protected void connectionMade() {
        loop.start(SECOND); // here
      }

      @Override
      public void dataReceived(byte[] data) {}
    }
  }

  @Mistake(
      value = "the test waits for an answer that the peer never gives",
      code = FailureCode.NEVER_FIRES)
  static final class NoAnswer {
    @Trial
    Deferred<?> answer() {
      Asking client = new Asking();
      Wire wire = Wire.connect(client, new AccumulatingProtocol());
      wire.flush();
      return client.answer;
    }

    /** Asks, and waits for the answer. */
    private static final class Asking extends Protocol {
      private final Deferred<String> answer = new Deferred<>(); // here

      @Override
      protected void connectionMade() {
        transport().write("question".getBytes(UTF_8));
      }

      @Override
      public void dataReceived(byte[] data) {
        answer.callback(new String(data, UTF_8));
      }
    }
  }
}
