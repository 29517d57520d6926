// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

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
import dev.assay.protocol.PushProducer;
import dev.assay.task.LoopingCall;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Mistakes with stand-ins that are left open, held back, or never used. */
final class LeftOpenMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private LeftOpenMistakes() {}

  private static FakeNetwork twoHosts() {
    FakeNetwork network = new FakeNetwork();
    network.host("client");
    network.host("server");
    return network;
  }

  /** A producer that never says that it is done. */
  static final class Endless implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }

  @Mistake(
      value = "a fault is to strike after the end of the test",
      code = FailureCode.NEVER_HAPPENED)
  static final class FaultTooLate {
    @Trial
    void test() {
      FakeNetwork network = twoHosts();
      network.strikeAfter(SECOND.multipliedBy(10), new Fault.Reset("client", "server")); // here
      network.clock().advance(SECOND);
    }
  }

  @Mistake(
      value = "a connection is to be refused, and the code does not connect",
      code = FailureCode.NEVER_HAPPENED)
  static final class RefusalUnmet {
    @Trial
    void test(FakeReactor reactor) {
      Fault fault =
          new Fault.FailNextConnect(
              "localhost", new ConnectionRefusedException("refused by the test"));
      reactor.network().strike(fault); // here
      reactor.advance(SECOND);
    }
  }

  @Mistake(
      value = "the third attempt to connect is to fail, and there is one",
      code = FailureCode.NEVER_HAPPENED)
  static final class ThirdAttemptUnmet {
    @Trial
    void test(FakeReactor reactor) {
      reactor
          .network()
          .strike(new Fault.FailConnect("localhost", 1, new ConnectionRefusedException("first")));
      Fault fault = new Fault.FailConnect("localhost", 3, new ConnectionRefusedException("third"));
      reactor.network().strike(fault); // here
      reactor.connectTcp("localhost", 80, peer -> new AccumulatingProtocol());
      reactor.advance(SECOND);
    }
  }

  @Mistake(
      value = "a port is to be in use, and the code does not listen",
      code = FailureCode.NEVER_HAPPENED)
  static final class TakenPortUnmet {
    @Trial
    void test(FakeReactor reactor) {
      Fault fault = new Fault.FailNextListen("localhost", new BindFailedException("taken"));
      reactor.network().strike(fault); // here
    }
  }

  @Mistake(
      value = "a scripted peer waits for bytes that the code never sends",
      code = FailureCode.NEVER_HAPPENED)
  static final class PeerUnfinished {
    @Trial
    void test() {
      ScriptedPeer peer = new ScriptedPeer().expect("HELLO\r\n").answer("250 OK\r\n"); // here
      AccumulatingProtocol client = new AccumulatingProtocol();
      Wire wire = Wire.connect(client, peer);
      client.transport().loseConnection();
      wire.flush();
    }
  }

  @Mistake(
      value = "the close of a wire is delayed by a producer",
      code = FailureCode.OPEN_CONNECTION)
  static final class WireHeldBack {
    @Trial
    void test() {
      AccumulatingProtocol client = new AccumulatingProtocol();
      Wire wire = Wire.connect(client, new AccumulatingProtocol()); // here
      client.transport().registerProducer(new Endless());
      client.transport().loseConnection();
      wire.flush();
    }
  }

  @Mistake(
      value = "a producer stays registered with a side of a wire",
      code = FailureCode.PENDING_PRODUCER)
  static final class WireProducerLeft {
    @Trial
    void test() {
      AccumulatingProtocol client = new AccumulatingProtocol();
      Wire wire = Wire.connect(client, new AccumulatingProtocol());
      client.transport().registerProducer(new Endless()); // here
      wire.flush();
    }
  }

  @Mistake(
      value = "the close of a string transport is delayed by a producer",
      code = FailureCode.OPEN_CONNECTION)
  static final class TransportHeldBack {
    @Trial
    void test(VirtualClock clock) {
      StringTransport transport =
          new StringTransport(clock).withDisconnection(Disconnection.ON_NEXT_TURN);
      transport.connect(new AccumulatingProtocol()); // here
      transport.registerProducer(new Endless());
      transport.loseConnection();
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "a connection cannot close because of a partition",
      code = FailureCode.OPEN_CONNECTION)
  static final class Partitioned {
    @Trial
    Deferred<?> test() throws BindFailedException {
      FakeNetwork network = twoHosts();
      AccumulatingProtocol client = new AccumulatingProtocol();
      var port = network.host("server").listenTcp(80, peer -> new AccumulatingProtocol());
      network.host("client").connectTcp("server", 80, peer -> client);
      network.clock().advance(SECOND);
      network.strike(new Fault.Partition("client", "server")); // here
      client.transport().loseConnection();
      network.clock().advance(SECOND);
      return port.stopListening();
    }
  }

  @Mistake(value = "a strict trial leaves a wire open", code = FailureCode.OPEN_CONNECTION)
  @Strict
  static final class WireOpenInStrict {
    @Trial
    void test() {
      Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol()).flush(); // here
    }
  }

  @Mistake(
      value = "a strict trial makes a rule for connections that are never tried",
      code = FailureCode.NEVER_HAPPENED)
  @Strict
  static final class RuleUnmetInStrict {
    @Trial
    void test(FakeReactor reactor) {
      Fault fault =
          new Fault.FailConnectTo("localhost", "there", 80, new ConnectionRefusedException("no"));
      reactor.network().strike(fault); // here
    }
  }

  @Mistake(
      value = "a strict trial makes a rule for names that are never looked up",
      code = FailureCode.NEVER_HAPPENED)
  @Strict
  static final class NameUnmetInStrict {
    @Trial
    void test(FakeReactor reactor) {
      Fault fault = new Fault.FailLookup("localhost", "nowhere", new DnsLookupException("unknown"));
      reactor.network().strike(fault); // here
    }
  }

  @Mistake(
      value = "the body of a looping call returns null instead of a Deferred",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class LoopGivesNull {
    @Trial
    @SuppressWarnings("NullAway")
    void test(VirtualClock clock) {
      Callable<Deferred<?>> body = () -> null;
      LoopingCall.ofDeferring(clock, body).start(SECOND, false); // here
      clock.advance(SECOND);
    }
  }
}
