// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.ledger.Ledger;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.PushProducer;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of exceptions in the user's code: logged, and the connection is lost. */
final class FakeProtocolErrorsTest {
  private static final class Bug extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Ledger ledger = new Ledger();
  private final Ledger.Binding bound = ledger.bind();
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final RecordingProtocol client = new RecordingProtocol("client", log);
  private final RecordingProtocol server = new RecordingProtocol("server", log);

  @AfterEach
  void unbind() {
    bound.close();
  }

  @Test
  void exceptionInConnectionMade_losesTheConnection() {
    client.onMade(FakeProtocolErrorsTest::fail);
    Pair.connect(reactor, client, server);

    assertThat(log)
        .containsExactly(
            "client made",
            "client lost ConnectionLostException",
            "server made",
            "server lost ConnectionDoneException");
    assertThat(logged()).containsExactly("protocol of client 127.0.0.1:49152 -> 127.0.0.1:80");
  }

  @Test
  void exceptionInDataReceived_losesTheConnection_withTheErrorAsTheCause() {
    List<ConnectionClosedException> reasons = new ArrayList<>();
    server.onData(data -> fail()).onLost(reasons::add);
    Pair.connect(reactor, client, server);
    client.write("x");
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .endsWith(
            "server got x",
            "server lost ConnectionLostException",
            "client lost ConnectionDoneException");
    assertThat(reasons.get(0)).isExactlyInstanceOf(ConnectionLostException.class);
    assertThat(reasons.get(0)).hasCauseInstanceOf(Bug.class);
    assertThat(logged()).containsExactly("protocol of server 127.0.0.1:80 -> 127.0.0.1:49152");
  }

  @Test
  void exceptionInConnectionLost_isLogged_andTheFactoryStillHearsOfIt() {
    client.onLost(reason -> fail());
    Pair.listen(reactor, server);
    reactor.connectTcp("localhost", 80, new RecordingClient(log).making(client));
    reactor.advance(Duration.ZERO);
    server.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .endsWith(
            "client lost ConnectionDoneException",
            "connector lost ConnectionDoneException",
            "factory stopped");
    assertThat(logged()).containsExactly("protocol of client 127.0.0.1:49152 -> 127.0.0.1:80");
  }

  @Test
  void exceptionInReadConnectionLost_losesTheConnection() {
    HalfCloseableProtocol half = new HalfCloseableProtocol("server", log);
    half.onReadLost(FakeProtocolErrorsTest::fail);
    Pair.connect(reactor, client, half);
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .endsWith("server lost ConnectionLostException", "client lost ConnectionDoneException");
    assertThat(logged()).hasSize(1);
  }

  @Test
  void exceptionsInAClientFactory_areLogged_andNothingElseChanges() {
    Pair.listen(reactor, server);
    RecordingClient factory = new RecordingClient(log).making(client);
    factory.onStarted(connector -> fail()).onLost(connector -> fail());
    reactor.connectTcp("localhost", 80, factory);
    reactor.advance(Duration.ZERO);
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "factory started",
            "connecting",
            "client made",
            "server made",
            "client lost ConnectionDoneException",
            "connector lost ConnectionDoneException",
            "factory stopped",
            "server lost ConnectionDoneException");
    assertThat(logged()).containsExactly("factory of localhost:80", "factory of localhost:80");
  }

  @Test
  void exceptionInClientConnectionFailed_isLogged_andTheFactoryStops() {
    reactor
        .network()
        .strike(
            new Fault.FailNextConnect(
                "localhost", new ConnectionRefusedException("refused by the test")));
    RecordingClient factory = new RecordingClient(log).onFailed(connector -> fail());
    reactor.connectTcp("localhost", 80, factory);
    reactor.advance(Duration.ZERO);

    assertThat(log).endsWith("failed ConnectionRefusedException", "factory stopped");
    assertThat(logged()).containsExactly("factory of localhost:80");
  }

  @Test
  void serversFactoryThatThrows_hangsUp_andGoesOnListening() throws Exception {
    boolean[] failing = {true};
    reactor.listenTcp(
        80,
        peer -> {
          if (failing[0]) {
            throw new Bug();
          }
          return server;
        });
    Connector connector = reactor.connectTcp("localhost", 80, new RecordingClient(log));
    reactor.advance(Duration.ZERO);
    assertThat(log).contains("client lost ConnectionDoneException");
    failing[0] = false;
    connector.connect();
    reactor.advance(Duration.ZERO);

    assertThat(log).endsWith("client made", "server made");
    assertThat(logged()).containsExactly("factory of ListeningPort 0.0.0.0:80");
  }

  @Test
  void exceptionsInFactoryStartedAndStopped_areLogged() throws Exception {
    reactor.listenTcp(80, new FailingFactory()).stopListening();
    reactor.advance(Duration.ZERO);

    assertThat(logged())
        .containsExactly(
            "factory of ListeningPort 0.0.0.0:80", "factory of ListeningPort 0.0.0.0:80");
    assertThat(reactor.listeners()).isEmpty();
  }

  @Test
  void exceptionInStopProducing_isLogged_andTheProtocolStillHearsOfTheEnd() {
    Pair.connect(reactor, client, server);
    client.transport().registerProducer(new FailingProducer());
    server.transport().abortConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("client lost ConnectionLostException");
    assertThat(logged()).containsExactly("producer of client 127.0.0.1:49152 -> 127.0.0.1:80");
  }

  @Test
  void exceptionInResumeProducing_losesTheConnection() {
    Pair.connect(reactor, client, server);
    client.transport().registerProducer(new FailingProducer());
    client.transport().write(new byte[70_000]);
    reactor.advance(Duration.ZERO);

    assertThat(log).contains("client lost ConnectionLostException");
  }

  private static void fail() {
    throw new Bug();
  }

  /** Returns what was said of the errors that were logged, each without the error. */
  private List<String> logged() {
    return ledger.snapshot().stream()
        .filter(pending -> pending.kind() == PendingKind.LOGGED_ERROR)
        .map(pending -> pending.detail().replace(": " + Bug.class.getName(), ""))
        .toList();
  }

  private static final class FailingFactory implements ProtocolFactory {
    @Override
    public RecordingProtocol buildProtocol(SocketAddress peer) {
      throw new Bug();
    }

    @Override
    public void factoryStarted() {
      throw new Bug();
    }

    @Override
    public void factoryStopped() {
      throw new Bug();
    }
  }

  private static final class FailingProducer implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {
      throw new Bug();
    }

    @Override
    public void stopProducing() {
      throw new Bug();
    }
  }
}
