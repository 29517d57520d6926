// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.event.OpenConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeHalfCloseTest {
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final HalfCloseableProtocol client = new HalfCloseableProtocol("client", log);
  private final HalfCloseableProtocol server = new HalfCloseableProtocol("server", log);

  @Test
  void loseWriteConnection_firstSendsAll_andTheOtherSideMayGoOn() {
    Pair.connect(reactor, client, server);
    client.write("question");
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);
    server.write("answer");
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client write lost", "server got question", "server read lost", "client got answer");
  }

  @Test
  void bothDirectionsEnded_isTheEnd() {
    Pair.connect(reactor, client, server);
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);
    log.clear();
    server.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server write lost",
            "server lost ConnectionDoneException",
            "client read lost",
            "client lost ConnectionDoneException");
  }

  @Test
  void bothDirectionsEndedAtOnce_isTheEnd() {
    Pair.connect(reactor, client, server);
    client.transport().loseWriteConnection();
    server.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client write lost",
            "server write lost",
            "server read lost",
            "server lost ConnectionDoneException",
            "client read lost",
            "client lost ConnectionDoneException");
  }

  @Test
  void loseConnectionInsideReadConnectionLost_closesAfterAllIsSent() {
    server.onReadLost(
        () -> {
          server.write("last");
          server.transport().loseConnection();
        });
    Pair.connect(reactor, client, server);
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client write lost",
            "server read lost",
            "server lost ConnectionDoneException",
            "client got last",
            "client read lost",
            "client lost ConnectionDoneException");
  }

  @Test
  void loseWriteConnectionInsideReadConnectionLost_isTheEnd() {
    server.onReadLost(() -> server.transport().loseWriteConnection());
    Pair.connect(reactor, client, server);
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .contains("server lost ConnectionDoneException", "client lost ConnectionDoneException");
  }

  @Test
  void writeAfterTheStreamHasEnded_isIgnored() {
    Pair.connect(reactor, client, server);
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);
    log.clear();
    client.write("too late");
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log).isEmpty();
    assertThat(reactor.connections().get(0).state()).isEqualTo(OpenConnection.State.WRITE_ENDED);
    assertThat(reactor.connections().get(1).state()).isEqualTo(OpenConnection.State.READ_ENDED);
  }

  @Test
  void protocolThatDoesNotCare_closesWhenTheOtherSideEndsItsStream() {
    RecordingProtocol plain = new RecordingProtocol("server", log);
    Pair.connect(reactor, client, plain);
    log.clear();
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client write lost",
            "server lost ConnectionDoneException",
            "client read lost",
            "client lost ConnectionDoneException");
  }

  @Test
  void writingToAPeerThatIsGone_isAnsweredWithAReset() {
    RecordingProtocol plain = new RecordingProtocol("server", log);
    Pair.connect(reactor, client, plain);
    log.clear();
    plain.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    client.write("anybody there?");
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server lost ConnectionDoneException",
            "client read lost",
            "client lost ConnectionLostException");
  }

  @Test
  void abortConnectionAfterOneDirectionHasEnded_isAReset() {
    Pair.connect(reactor, client, server);
    client.transport().loseWriteConnection();
    reactor.advance(Duration.ZERO);
    log.clear();
    client.transport().abortConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client lost ConnectionAbortedException", "server lost ConnectionLostException");
  }
}
