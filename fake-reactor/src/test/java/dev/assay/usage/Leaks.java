// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.fake.protocol.Wire;
import dev.assay.pending.PendingKind;
import dev.assay.process.Command;
import dev.assay.process.ProcessProtocol;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PushProducer;
import dev.assay.reactor.ReactorDescriptors.ReadDescriptor;
import dev.assay.task.LoopingCall;
import dev.assay.trial.TrialContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of trials that leave something behind, one of each kind, made through the real API. */
final class Leaks {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nullable Object call(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    clock.callLater(SECOND, () -> clock.callLater(Duration.ofSeconds(3), () -> {}).label("retry"));
    clock.advance(SECOND);
    trial.note("one second is over");
    return null;
  }

  @Nullable Object otherClock(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    new VirtualClock().callLater(SECOND, () -> {});
    clock.advance(SECOND);
    return null;
  }

  @Nullable Object loop(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    LoopingCall.of(clock, () -> {}).start(SECOND);
    clock.advance(Duration.ofMinutes(1));
    return null;
  }

  @Nullable Object loopThatThrows(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    LoopingCall.of(
            clock,
            () -> {
              throw new IllegalStateException("gone");
            })
        .label("heartbeat")
        .start(SECOND, false);
    clock.advance(SECOND);
    return null;
  }

  @Nullable Object waitingForLock(TrialContext trial) {
    DeferredLock lock = new DeferredLock().label("cache");
    lock.acquire();
    lock.acquire().addEffect(DeferredLock::release);
    trial.allowPending(PendingKind.LOCK);
    return null;
  }

  @Nullable Object timeout(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    new Deferred<String>().label("pong").addTimeout(SECOND, clock);
    return null;
  }

  @Nullable Object callWhenRunning(TrialContext trial) {
    FakeReactor reactor = new FakeReactor();
    reactor.callWhenRunning(reactor::stop);
    reactor.advance(SECOND);
    return null;
  }

  @Nullable Object manyCalls(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    for (int i = 1; i <= 12; i++) {
      clock.callLater(Duration.ofMillis(i), () -> {});
    }
    return null;
  }

  @Nullable Object deferred(TrialContext trial) {
    Deferred<String> pong = new Deferred<String>().label("pong");
    pong.addCallback(String::length);
    return null;
  }

  @Nullable Object port(TrialContext trial) throws Exception {
    new FakeReactor().listenTcp(80, peer -> new Silent());
    return null;
  }

  @Nullable Object datagramPort(TrialContext trial) throws Exception {
    new FakeReactor()
        .listenUdp(
            53,
            new DatagramProtocol() {
              @Override
              public void datagramReceived(byte[] data, InetSocketAddress from) {}
            });
    return null;
  }

  @Nullable Object connection(TrialContext trial) throws Exception {
    FakeReactor reactor = new FakeReactor();
    var port = reactor.listenTcp(80, peer -> new Silent());
    reactor.connectTcp("localhost", 80, peer -> new Silent());
    reactor.advance(Duration.ZERO);
    return port.stopListening();
  }

  @Nullable Object attempt(TrialContext trial) {
    new FakeReactor().connectTcp("10.9.9.9", 80, peer -> new Silent());
    return null;
  }

  @Nullable Object halfClosed(TrialContext trial) throws Exception {
    FakeReactor reactor = new FakeReactor();
    Silent client = new Silent();
    var port = reactor.listenTcp(80, peer -> new Patient());
    reactor.connectTcp("localhost", 80, peer -> client);
    reactor.advance(Duration.ZERO);
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);
    return port.stopListening();
  }

  @Nullable Object process(TrialContext trial) throws Exception {
    FakeReactor reactor = new FakeReactor();
    reactor.processes().script("tail", child -> child.out("last line\n"));
    reactor.startProcess(Command.of("tail", "-f", "log"), new ProcessProtocol() {});
    reactor.settle();
    return null;
  }

  @Nullable Object descriptor(TrialContext trial) {
    new FakeReactor().addReader(new Channel());
    return null;
  }

  @Nullable Object producer(TrialContext trial) throws Exception {
    FakeReactor reactor = new FakeReactor();
    Silent client = new Silent();
    reactor.listenTcp(80, peer -> new Silent());
    reactor.connectTcp("localhost", 80, peer -> client);
    reactor.advance(Duration.ZERO);
    client.transport().registerProducer(new Source());
    trial.allowPending(PendingKind.CONNECTION, PendingKind.LISTENING_PORT);
    return null;
  }

  @Nullable Object wireHeldByProducer(TrialContext trial) {
    Silent client = new Silent();
    Wire wire = Wire.connect(client, new Silent());
    client.transport().registerProducer(new Source());
    client.transport().loseConnection();
    wire.flush();
    trial.allowPending(PendingKind.PRODUCER);
    return null;
  }

  @Nullable Object wireProducer(TrialContext trial) {
    Silent client = new Silent();
    Wire.connect(client, new Silent()).flush();
    client.transport().registerProducer(new Source());
    return null;
  }

  @Nullable Object partitioned(TrialContext trial) throws Exception {
    FakeNetwork network = new FakeNetwork();
    var port = network.host("server").listenTcp(80, peer -> new Silent());
    network.host("client").connectTcp("server", 80, peer -> new Silent());
    network.clock().advance(SECOND);
    network.strike(new Fault.Partition("client", "server"));
    return port.stopListening();
  }

  @Nullable Object unstruckFault(TrialContext trial) {
    FakeNetwork network = new FakeNetwork();
    network.host("client");
    network.host("server");
    network.strikeAfter(SECOND.multipliedBy(10), new Fault.Reset("client", "server"));
    network.clock().advance(SECOND);
    return null;
  }

  @Nullable Object unusedScripts(TrialContext trial) {
    FakeReactor reactor = new FakeReactor();
    reactor
        .network()
        .strike(
            new Fault.FailNextConnect(
                "localhost", new ConnectionRefusedException("refused by the test")));
    reactor
        .network()
        .strike(new Fault.FailNextListen("localhost", new BindFailedException("taken")));
    new ScriptedPeer().expect("QUIT\r\n").hangUp();
    return null;
  }

  @Nullable Object task(TrialContext trial) {
    FakeReactor reactor = new FakeReactor();
    reactor.clock().withTurnLimit(3);
    requestForEver(reactor); // else the task would have its turn at the end
    return null;
  }

  private static void requestForEver(FakeReactor reactor) {
    reactor.callInThread(() -> {});
    reactor.callLater(Duration.ZERO, () -> requestForEver(reactor));
  }

  @Nullable Object lock(TrialContext trial) {
    new DeferredLock().label("cache").acquire();
    return null;
  }

  @Nullable Object foreignCall(TrialContext trial) throws Exception {
    FakeReactor reactor = new FakeReactor();
    Thread worker = new Thread(() -> reactor.callFromThread(() -> {}), "worker");
    worker.start();
    worker.join();
    return null;
  }

  @Nullable Object foreignFiring(TrialContext trial) throws Exception {
    Deferred<String> pong = new Deferred<String>().label("pong");
    pong.addCallback(String::length);
    Thread worker = new Thread(() -> fire(pong), "worker");
    worker.start();
    worker.join();
    return null;
  }

  private static void fire(Deferred<String> pong) {
    try {
      pong.callback("here");
    } catch (IllegalStateException refused) {
      return; // and nobody hears of it
    }
  }

  @Nullable Object failure(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    Deferred<String> page = new Deferred<String>().label("page");
    page.addCallback(String::length);
    clock.callLater(SECOND, () -> page.errback(new IOException("gone")));
    clock.advance(SECOND);
    return null;
  }

  @Nullable Object loggedError(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    List<Integer> parsed = new ArrayList<>();
    clock.callLater(SECOND, () -> parsed.add(Integer.parseInt("three")));
    clock.advance(SECOND);
    return null;
  }

  /** A protocol that says nothing. */
  private static final class Silent extends Protocol {
    @Override
    public void dataReceived(byte[] data) {}

    @Override
    protected void connectionLost(ConnectionClosedException reason) {}
  }

  /** A protocol that goes on when its peer has closed one way. */
  private static final class Patient extends Protocol implements HalfCloseable {
    @Override
    public void dataReceived(byte[] data) {}

    @Override
    public void readConnectionLost() {}

    @Override
    public void writeConnectionLost() {}
  }

  private static final class Source implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }

  private static final class Channel implements ReadDescriptor {
    @Override
    public void doRead() {}

    @Override
    public void connectionLost(Throwable reason) {}
  }
}
