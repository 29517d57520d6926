// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.event.Choice;
import dev.assay.fake.event.OpenConnection;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.PushProducer;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeStreamTest {
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final RecordingProtocol client = new RecordingProtocol("client", log);
  private final RecordingProtocol server = new RecordingProtocol("server", log);

  @Test
  void bytes_arriveInTheOrderInWhichTheyWereWritten() {
    connect();
    client.write("one");
    client.write("two");
    server.write("three");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server got one", "server got two", "client got three");
  }

  @Test
  void whatIsWritten_isCopied() {
    connect();
    byte[] data = {'a'};
    client.transport().write(data);
    data[0] = 'b';
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server got a");
  }

  @Test
  void writeSequence_sendsThePiecesAsOne() {
    connect();
    client.transport().writeSequence(List.of("one".getBytes(US_ASCII), "two".getBytes(US_ASCII)));
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server got onetwo");
  }

  @Test
  void nothing_isNotSent() {
    connect();
    client.write("");
    reactor.advance(Duration.ZERO);

    assertThat(log).isEmpty();
  }

  @Test
  void whatIsWrittenBeforeTheServerAccepts_waitsForIt() {
    client.onMade(() -> client.write("early"));
    connect(false);

    assertThat(log).containsExactly("client made", "server made", "server got early");
  }

  @Test
  void clientThatWritesAndClosesBeforeTheServerAccepts_isHeard() {
    client.onMade(
        () -> {
          client.write("early");
          client.transport().loseConnection();
        });
    connect(false);

    assertThat(log)
        .containsExactly(
            "client made",
            "server made",
            "client lost ConnectionDoneException",
            "server got early",
            "server lost ConnectionDoneException");
  }

  @Test
  void clientThatAbortsBeforeTheServerAccepts_isNeverSeen() {
    FakeNetwork network = new FakeNetwork();
    FakeReactor shared = network.host("localhost");
    network.choose((what, options) -> options - 1);
    client.onMade(() -> client.transport().abortConnection());
    Pair.connect(shared, client, server);

    assertThat(log).contains("client made", "client lost ConnectionAbortedException");
    assertThat(shared.connections()).isEmpty();
  }

  @Test
  void megabyte_passesBothWays() {
    int[] received = new int[2];
    client.onData(text -> received[0] += text.length());
    server.onData(text -> received[1] += text.length());
    connect();
    client.transport().write(new byte[1 << 20]);
    server.transport().write(new byte[1 << 20]);
    reactor.advance(Duration.ZERO);

    assertThat(received).containsExactly(1 << 20, 1 << 20);
  }

  @Test
  void receiverThatPauses_getsNothing_untilItResumes() {
    connect();
    server.transport().pauseProducing();
    client.write("one");
    client.write("two");
    reactor.advance(Duration.ZERO);
    assertThat(log).isEmpty();
    server.transport().resumeProducing();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server got one", "server got two");
  }

  @Test
  void receiverThatPausesInsideDataReceived_getsNoMore() {
    server.onData(text -> server.transport().pauseProducing());
    connect();
    client.write("one");
    client.write("two");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server got one");
  }

  @Test
  void receiverThatPauses_hearsOfTheEndWhenItResumes() {
    connect();
    server.transport().pauseProducing();
    client.write("last");
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    assertThat(log).containsExactly("client lost ConnectionDoneException");
    server.transport().resumeProducing();
    reactor.advance(Duration.ZERO);

    assertThat(log).endsWith("server got last", "server lost ConnectionDoneException");
  }

  @Test
  void receiverThatPauses_letsOnlyAWindowBeUnderWay() {
    connect();
    server.transport().pauseProducing();
    client.transport().write(new byte[100_000]);
    reactor.advance(Duration.ZERO);

    assertThat(reactor.connections().get(0).unsent()).isEqualTo(100_000 - 65_536);
  }

  @Test
  void receiveWindow_mayBeSet() {
    reactor.network().receiveWindow(10);
    connect();
    server.transport().pauseProducing();
    client.transport().write(new byte[25]);
    reactor.advance(Duration.ZERO);
    assertThat(reactor.connections().get(0).unsent()).isEqualTo(15);
    server.transport().resumeProducing();
    reactor.advance(Duration.ZERO);

    assertThat(reactor.connections().get(0).unsent()).isZero();
    assertThat(log).hasSize(3);
  }

  @Test
  void loseConnection_firstSendsAll() {
    connect();
    client.transport().write(new byte[200_000]);
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server got 65536 bytes",
            "server got 65536 bytes",
            "server got 65536 bytes",
            "client lost ConnectionDoneException",
            "server got 3392 bytes",
            "server lost ConnectionDoneException");
  }

  @Test
  void loseConnection_endsReceiving() {
    connect();
    server.write("unheard");
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionDoneException");
  }

  @Test
  void loseConnection_callsNobodyBeforeItReturns_andAsksOnce() {
    connect();
    client.transport().loseConnection();
    client.transport().loseConnection();
    assertThat(log).isEmpty();
    assertThat(client.transport().isConnected()).isFalse();
    assertThat(client.isConnected()).isTrue();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionDoneException");
    assertThat(client.isConnected()).isFalse();
  }

  @Test
  void writeAfterLoseConnection_isSentWhileTheConnectionLasts() {
    connect();
    client.transport().loseConnection();
    client.write("postscript");
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException",
            "server got postscript",
            "server lost ConnectionDoneException");
  }

  @Test
  void afterTheEnd_nothingIsSent_andAskingIsHarmless() {
    connect();
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    log.clear();
    client.write("too late");
    client.transport().loseConnection();
    client.transport().loseWriteConnection();
    client.transport().abortConnection();
    client.transport().resumeProducing();
    reactor.advance(Duration.ZERO);

    assertThat(log).isEmpty();
    assertThat(reactor.connections()).isEmpty();
  }

  @Test
  void abortConnection_dropsWhatIsNotSent_andThePeerSeesAReset() {
    connect();
    client.write("unsent");
    client.transport().abortConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client lost ConnectionAbortedException", "server lost ConnectionLostException");
  }

  @Test
  void abortConnection_callsNobodyBeforeItReturns() {
    connect();
    client.transport().abortConnection();
    assertThat(log).isEmpty();
    assertThat(client.transport().isConnected()).isFalse();
  }

  @Test
  void abortConnection_overtakesLoseConnection() {
    connect();
    server.transport().pauseProducing();
    client.transport().write(new byte[100_000]);
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    assertThat(log).isEmpty();
    client.transport().abortConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "client lost ConnectionAbortedException", "server lost ConnectionLostException");
  }

  @Test
  void closingTowardsAPeerThatHasClosedWithoutReading_comesToAnEnd() {
    connect();
    server.transport().pauseProducing();
    client.transport().write(new byte[100_000]);
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    server.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server lost ConnectionDoneException", "client lost ConnectionDoneException");
  }

  @Test
  void writingTowardsAPeerThatHasClosed_isAnsweredWithAReset() {
    connect();
    client.transport().registerProducer(new Silent());
    client.transport().loseConnection();
    server.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    assertThat(log).containsExactly("server lost ConnectionDoneException");
    client.write("anybody there?");
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server lost ConnectionDoneException", "client lost ConnectionLostException");
  }

  private static final class Silent implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }

  @Test
  void reasons_sayWhatHappenedToWhichConnection() {
    List<String> reasons = new ArrayList<>();
    client.onLost(reason -> reasons.add(reason.getMessage()));
    server.onLost(reason -> reasons.add(reason.getMessage()));
    connect();
    client.transport().abortConnection();
    reactor.advance(Duration.ZERO);

    assertThat(reasons)
        .containsExactly(
            "client 127.0.0.1:49152 -> 127.0.0.1:80 was aborted by this side",
            "server 127.0.0.1:80 -> 127.0.0.1:49152 was reset by the peer");
  }

  @Test
  void writeInsideConnectionLost_isIgnored() {
    List<ConnectionClosedException> reasons = new ArrayList<>();
    client.onLost(
        reason -> {
          client.write("too late");
          client.transport().loseConnection();
          reasons.add(reason);
        });
    connect();
    server.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "server lost ConnectionDoneException", "client lost ConnectionDoneException");
    assertThat(reasons).hasSize(1);
  }

  @Test
  void writeInsideDataReceived_callsNobodyBackBeforeItReturns() {
    server.onData(
        text -> {
          server.write("pong");
          log.add("server wrote");
        });
    connect();
    client.write("ping");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server got ping", "server wrote", "client got pong");
  }

  @Test
  void receiverThatTakesLittleForAWhile_isNotSentLittleForEver() {
    int[] pieces = {0};
    int[] received = {0};
    server.onData(
        text -> {
          pieces[0]++;
          received[0] += text.length();
        });
    reactor.network().choose((what, options) -> what == Choice.CUT && pieces[0] < 100 ? 1 : 0);
    connect();
    client.transport().write(new byte[1 << 20]);
    reactor.advance(Duration.ZERO);

    assertThat(received[0]).isEqualTo(1 << 20);
    assertThat(pieces[0]).isLessThan(200);
  }

  @Test
  void cuts_areChosen() {
    reactor.network().choose((what, options) -> what == Choice.CUT ? 1 : 0);
    connect();
    client.write("abc");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("server got a", "server got b", "server got c");
  }

  @Test
  void connections_tellWhatEachEndIsDoing() {
    connect();
    client.write("abc");
    client.transport().loseConnection();
    server.transport().abortConnection();

    assertThat(reactor.connections())
        .containsExactly(
            new OpenConnection(
                client.transport().host(),
                client.transport().peer(),
                OpenConnection.State.CLOSING,
                3),
            new OpenConnection(
                client.transport().peer(),
                client.transport().host(),
                OpenConnection.State.ABORTING,
                0));
  }

  @Test
  void options_areKept() {
    connect();
    client.transport().setOption(StandardSocketOptions.TCP_NODELAY, true);

    assertThat(client.transport().option(StandardSocketOptions.TCP_NODELAY)).isTrue();
    assertThat(server.transport().option(StandardSocketOptions.TCP_NODELAY)).isFalse();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> client.transport().option(StandardSocketOptions.SO_BROADCAST))
        .withMessageStartingWith("a connection has no option SO_BROADCAST; it has [");
  }

  private void connect() {
    connect(true);
  }

  private void connect(boolean forget) {
    Pair.connect(reactor, client, server);
    if (forget) {
      log.clear();
    }
  }
}
