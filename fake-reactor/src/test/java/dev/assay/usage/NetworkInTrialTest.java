// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NetworkInTrialTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding bound = ledger.bind();
  private final FakeReactor reactor = new FakeReactor();

  @AfterEach
  void unbind() {
    bound.close();
  }

  @Test
  void openPortsAndConnections_standInTheLedger_withTheCodeThatAskedForThem()
      throws BindFailedException {
    listen();
    connect();
    reactor.advance(Duration.ZERO);

    assertThat(ledger.snapshot())
        .extracting(pending -> pending.name() + ": " + pending.detail())
        .containsExactly(
            "ListeningPort#1: ListeningPort 0.0.0.0:80 is open",
            "DatagramPort#1: DatagramPort 0.0.0.0:53 is open",
            "Connection#1: client 127.0.0.1:49152 -> 127.0.0.1:80, open",
            "Connection#2: server 127.0.0.1:80 -> 127.0.0.1:49152, open");
    assertThat(ledger.snapshot())
        .extracting(pending -> pending.site().toString().replaceAll(":\\d+", ""))
        .containsExactly(
            "NetworkInTrialTest.java in listen",
            "NetworkInTrialTest.java in listen",
            "NetworkInTrialTest.java in connect",
            "NetworkInTrialTest.java in listen");
  }

  private void listen() throws BindFailedException {
    reactor.listenTcp(80, peer -> new Silent());
    reactor.listenUdp(
        53,
        new DatagramProtocol() {
          @Override
          public void datagramReceived(byte[] data, InetSocketAddress from) {}
        });
  }

  private void connect() {
    reactor.connectTcp("localhost", 80, peer -> new Silent());
  }

  @Test
  void attemptToConnect_isPending_untilItHasAnOutcome() {
    FakeNetwork network = new FakeNetwork();
    FakeReactor client = network.host("client");
    network.host("server");
    network.strike(new Fault.Latency("client", "server", Duration.ofSeconds(1)));
    client.connectTcp("server", 80, peer -> new Silent());

    assertThat(ledger.snapshot())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.kind()).isEqualTo(PendingKind.CONNECTION);
              assertThat(attempt.detail())
                  .isEqualTo("the attempt to connect to server:80 has no outcome yet");
              assertThat(attempt.site().toString()).startsWith("NetworkInTrialTest.java:");
            });
    client.advance(Duration.ofSeconds(2));
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void attemptToConnect_calledOff_isSettled() {
    Connector connector = reactor.connectTcp("10.9.9.9", 80, peer -> new Silent());

    connector.stopConnecting();
    reactor.runUntilIdle(Duration.ofSeconds(1));

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void attemptToConnect_hostCrashes_isSettledAndToldToNobody() {
    FakeNetwork network = new FakeNetwork();
    FakeReactor client = network.host("client");
    network.host("server");
    network.strike(new Fault.Latency("client", "server", Duration.ofSeconds(1)));
    List<ConnectFailedException> told = new ArrayList<>();
    client.connectTcp(
        "server",
        80,
        new ClientFactory() {
          @Override
          public Protocol buildProtocol(SocketAddress peer) {
            return new Silent();
          }

          @Override
          public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
            told.add(reason);
          }
        });

    network.strike(new Fault.Crash("client"));

    assertThat(ledger.snapshot()).isEmpty();
    network.clock().advance(Duration.ofMinutes(5));
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsClosed_isSettled() throws BindFailedException {
    listen();
    connect();
    reactor.start();
    reactor.advance(Duration.ZERO);
    reactor.stop();
    reactor.advance(Duration.ZERO);

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void producer_standsInTheLedger_untilItUnregistersOrItsConnectionIsLost()
      throws BindFailedException {
    Silent client = new Silent();
    reactor.listenTcp(80, peer -> new Silent());
    reactor.connectTcp("localhost", 80, peer -> client);
    reactor.advance(Duration.ZERO);
    register(client.transport());
    assertThat(producers())
        .containsExactly(
            "a NetworkInTrialTest.Source, registered with"
                + " client 127.0.0.1:49152 -> 127.0.0.1:80");
    client.transport().unregisterProducer();
    assertThat(producers()).isEmpty();
    register(client.transport());
    client.transport().abortConnection();
    reactor.advance(Duration.ZERO);

    assertThat(producers()).isEmpty();
  }

  @Test
  void pullProducerThatIsDoneAtOnce_leavesNothing() throws BindFailedException {
    Silent client = new Silent();
    reactor.listenTcp(80, peer -> new Silent());
    reactor.connectTcp("localhost", 80, peer -> client);
    reactor.advance(Duration.ZERO);
    client
        .transport()
        .registerProducer(
            new PullProducer() {
              @Override
              public void resumeProducing() {
                client.transport().unregisterProducer();
              }

              @Override
              public void stopProducing() {}
            });

    assertThat(producers()).isEmpty();
  }

  private static void register(Transport transport) {
    transport.registerProducer(new Source());
  }

  private List<String> producers() {
    return ledger.snapshot().stream()
        .filter(pending -> pending.kind() == PendingKind.PRODUCER)
        .map(Pending::detail)
        .toList();
  }

  @Test
  void taskOfTheThreadPool_standsInTheLedger_fromTheRequestToItsEnd() {
    List<String> states = new ArrayList<>();
    reactor.suggestThreadPoolSize(1);
    request(() -> states.add(task().detail()));
    request(() -> {});

    assertThat(task().name()).isEqualTo("ThreadTask#1");
    assertThat(task().site().toString()).matches("NetworkInTrialTest\\.java:\\d+ in request");
    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly("under way", "waits for a thread");
    reactor.advance(Duration.ZERO);
    assertThat(states).containsExactly("running");
    assertThat(ledger.snapshot()).isEmpty();
  }

  private void request(Runnable task) {
    reactor.callInThread(task);
  }

  private Pending task() {
    return ledger.snapshot().stream()
        .filter(pending -> pending.kind() == PendingKind.THREAD_TASK)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void exceptionInATask_isLogged_withTheTask() {
    request(
        () -> {
          throw new IllegalStateException("no");
        });
    reactor.advance(Duration.ZERO);

    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly("run of ThreadTask#1: java.lang.IllegalStateException: no");
  }

  @Test
  void exceptionInACallFromAThread_isLogged_withItsOrigin() {
    reactor.callFromThread(
        () -> {
          throw new IllegalStateException("no");
        });
    reactor.advance(Duration.ZERO);

    assertThat(ledger.snapshot().get(0).detail())
        .matches(
            "call from thread \\S+ at NetworkInTrialTest\\.java:\\d+ in \\w+:"
                + " java\\.lang\\.IllegalStateException: no");
  }

  @Test
  void lookUpThatIsUnderWay_isAnUnfiredDeferred_andNoDelayedCall() {
    reactor.names().delay(Duration.ofSeconds(1));
    reactor.resolve("localhost");

    assertThat(ledger.snapshot()).extracting(Pending::kind).containsExactly(PendingKind.DEFERRED);
  }

  @Test
  void attemptToConnect_leavesNoDelayedCalls() {
    reactor.connectTcp("10.9.9.9", 80, peer -> new Silent());

    assertThat(reactor.delayedCalls()).isEmpty();
    assertThat(ledger.snapshot()).extracting(Pending::kind).containsExactly(PendingKind.CONNECTION);
  }

  private static final class Silent extends Protocol {
    @Override
    public void dataReceived(byte[] data) {}

    @Override
    protected void connectionLost(ConnectionClosedException reason) {}
  }

  private static final class Source implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }
}
