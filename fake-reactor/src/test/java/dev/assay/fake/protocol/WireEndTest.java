// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.PushProducer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the connection of a wire ends. */
final class WireEndTest {
  private static final String CLIENT = "client 10.0.0.1:12345 -> 192.168.1.1:54321";
  private static final String SERVER = "server 192.168.1.1:54321 -> 10.0.0.1:12345";

  private final List<String> log = new ArrayList<>();
  private final Talker client = Talker.plain("client", log);
  private final Talker server = Talker.plain("server", log);

  private Wire connect(Talker one, Talker other) {
    Wire wire = Wire.connect(one, other);
    log.clear();
    return wire;
  }

  @Test
  void loseConnection_isPassedOnInARoundOfItsOwn_afterTheData() {
    Wire wire = connect(client, server);
    client.write("bye");
    client.transport().loseConnection();
    client.write("!");
    assertThat(log).isEmpty();

    wire.pump();
    assertThat(log).containsExactly("server got bye", "server got !");
    wire.pump();
    assertThat(log.subList(2, 4))
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionDoneException");
    assertThat(client.reason()).hasMessage(CLIENT + " was closed by this side");
    assertThat(server.reason()).hasMessage(SERVER + " was closed by the peer");
    assertThat(wire.pump()).isFalse();
  }

  @Test
  void closingSide_receivesNothingMore() {
    Wire wire = connect(client, server);
    client.write("bye");
    client.transport().loseConnection();
    server.write("late");
    wire.flush();

    assertThat(log)
        .containsExactly(
            "server got bye",
            "client lost ConnectionDoneException",
            "server lost ConnectionDoneException");
  }

  @Test
  void bothSidesCloseAtOnce_andBothHaveClosed() {
    Wire wire = connect(client, server);
    client.transport().loseConnection();
    server.transport().loseConnection();
    wire.flush();

    assertThat(client.reason()).hasMessage(CLIENT + " was closed by this side");
    assertThat(server.reason()).hasMessage(SERVER + " was closed by this side");
    assertThat(log).hasSize(2);
  }

  @Test
  void stopProducing_closes() {
    Wire wire = connect(client, server);
    server.transport().stopProducing();
    wire.flush();

    assertThat(log)
        .containsExactly(
            "server lost ConnectionDoneException", "client lost ConnectionDoneException");
  }

  @Test
  void pauseAfterLoseConnection_isAllowed_asOnANetwork() {
    Wire wire = connect(client, server);
    client.transport().loseConnection();
    client.transport().pauseProducing();
    client.transport().resumeProducing();
    wire.flush();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionDoneException");
  }

  @Test
  void pausedSide_doesNotSeeTheEnd_untilItResumes() {
    Wire wire = connect(client, server);
    server.transport().pauseProducing();
    client.transport().loseConnection();
    wire.flush();
    assertThat(log).containsExactly("client lost ConnectionDoneException");

    server.transport().resumeProducing();
    wire.flush();
    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionDoneException");
  }

  @Test
  void abort_dropsWhatIsPending_andThePeerSeesAReset() {
    Wire wire = connect(client, server);
    server.transport().pauseProducing();
    client.write("lost");
    client.transport().abortConnection();
    assertThat(wire.toServer().pending()).isEmpty();
    wire.flush();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionAbortedException", "server lost ConnectionLostException");
    assertThat(client.reason()).hasMessage(CLIENT + " was aborted by this side");
    assertThat(server.reason()).hasMessage(SERVER + " was reset by the peer");
  }

  @Test
  void abort_stopsTheProducer() {
    Wire wire = connect(client, server);
    List<String> calls = new ArrayList<>();
    client.transport().registerProducer(stopping(() -> calls.add("stop")));
    client.transport().abortConnection();
    wire.flush();

    assertThat(calls).containsExactly("stop");
  }

  @Test
  void heldDirection_keepsTheResetBack_butTheOneWhoAbortsIsTold() {
    Wire wire = connect(client, server);
    wire.toServer().hold();
    client.transport().abortConnection();
    wire.flush();
    assertThat(log).containsExactly("client lost ConnectionAbortedException");

    wire.toServer().release();
    wire.flush();
    assertThat(log)
        .containsExactly(
            "client lost ConnectionAbortedException", "server lost ConnectionLostException");
  }

  @Test
  void writingToASideThatIsGone_isAnsweredByAReset_alsoWhilePaused() {
    Wire wire = connect(client, server);
    server.transport().pauseProducing();
    client.transport().loseConnection();
    wire.flush();
    server.write("anybody there?");
    wire.flush();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionLostException");
    assertThat(server.reason()).hasMessage(SERVER + " was reset by the peer");
  }

  @Test
  void heldDirection_keepsTheEndBeforeTheReset() {
    Talker half = Talker.halfCloseable("server", log);
    Wire wire = connect(client, half);
    wire.toServer().hold();
    client.transport().loseConnection();
    half.write("anybody there?");
    wire.flush();
    assertThat(log).containsExactly("client lost ConnectionDoneException");

    half.write("hello?");
    wire.toServer().release();
    wire.flush();
    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException",
            "server read lost",
            "server lost ConnectionLostException");
  }

  @Test
  void halfClose_letsTheOtherSideGoOn() {
    Talker half = Talker.halfCloseable("server", log);
    Talker other = Talker.halfCloseable("client", log);
    Wire wire = connect(other, half);
    other.write("all");
    other.transport().loseWriteConnection();
    wire.flush();
    assertThat(log).containsExactly("server got all", "client write lost", "server read lost");

    half.write("more");
    other.write("ignored");
    half.transport().loseWriteConnection();
    wire.flush();
    assertThat(log.subList(3, log.size()))
        .containsExactly(
            "client got more",
            "server write lost",
            "server lost ConnectionDoneException",
            "client read lost",
            "client lost ConnectionDoneException");
    assertThat(other.reason()).hasMessage(CLIENT + " was closed by both sides");
  }

  @Test
  void halfClose_towardsAPlainProtocol_closesBoth() {
    Wire wire = connect(client, server);
    client.transport().loseWriteConnection();
    wire.flush();

    assertThat(log)
        .containsExactly(
            "server lost ConnectionDoneException", "client lost ConnectionDoneException");
    assertThat(client.reason()).hasMessage(CLIENT + " was closed by the peer");
  }

  @Test
  void halfCloseableSide_thatClosesWhenItHasReadAll_isDone() {
    Talker half = Talker.halfCloseable("server", log);
    half.when("read lost", () -> half.transport().loseConnection());
    Wire wire = connect(client, half);
    client.transport().loseWriteConnection();
    wire.flush();

    assertThat(log)
        .containsExactly(
            "server read lost",
            "server lost ConnectionDoneException",
            "client lost ConnectionDoneException");
  }

  @Test
  void halfCloseableSide_thatWritesToAClosedPeer_isReset() {
    Talker half = Talker.halfCloseable("server", log);
    half.when("read lost", () -> half.write("still here"));
    Wire wire = connect(client, half);
    client.transport().loseConnection();
    wire.flush();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException",
            "server read lost",
            "server lost ConnectionLostException");
  }

  @Test
  void reset_isLostByBothAtOnce_withWhatIsPending() {
    Wire wire = connect(client, server);
    client.write("lost");
    wire.reset();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionLostException", "server lost ConnectionLostException");
    assertThat(client.reason()).hasMessage(CLIENT + " was reset");
    assertThat(server.reason()).hasMessage(SERVER + " was reset");
    assertThat(wire.toServer().pending()).isEmpty();
    assertThat(wire.pump()).isFalse();
  }

  @Test
  void reset_afterTheEnd_isRefused() {
    Wire wire = connect(client, server);
    wire.reset();

    assertThatIllegalStateException()
        .isThrownBy(wire::reset)
        .withMessage("the connection is over for both sides; reset it before that");
  }

  @Test
  void reset_whileOneSideIsLeft_reachesThatOne() {
    Wire wire = connect(client, server);
    wire.toServer().hold();
    client.transport().loseConnection();
    wire.flush();
    wire.reset();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException", "server lost ConnectionLostException");
  }

  @Test
  void endConnection_byTheTest_isSeenByThePeer() {
    Wire wire = connect(client, server);
    wire.client().endConnection(new ConnectionLostException("cable cut"));
    wire.flush();

    assertThat(client.reason()).hasMessage("cable cut");
    assertThat(server.reason()).hasMessage(SERVER + " was reset by the peer");
  }

  @Test
  void protocolThatThrows_losesItsConnection_andThePumpThrows() {
    Wire wire = connect(client, server);
    ArithmeticException error = new ArithmeticException("no");
    server.when("got a", () -> fail(error));
    client.write("a");

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(wire::pump).isSameAs(error);
    assertThat(log).containsExactly("server got a", "server lost ConnectionLostException");
    assertThat(server.reason())
        .hasMessage(SERVER + " was lost: its protocol threw java.lang.ArithmeticException: no")
        .hasCause(error);
    wire.flush();
    assertThat(log).endsWith("client lost ConnectionDoneException");
  }

  @Test
  void flush_throwsWhenAllIsDone_theFirstErrorWithTheOthers() {
    Wire wire = connect(client, server);
    server.when("got a", () -> fail(new ArithmeticException("first")));
    client.when("lost ConnectionDoneException", () -> fail(new ArithmeticException("second")));
    client.write("a");

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(wire::flush)
        .withMessage("first")
        .satisfies(
            error ->
                assertThat(error.getSuppressed()).extracting("message").containsExactly("second"));
    assertThat(log).endsWith("client lost ConnectionDoneException");
  }

  @Test
  void connectionMadeThatThrows_losesTheConnection_andConnectThrows() {
    client.when("made", () -> fail(new ArithmeticException("made")));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Wire.connect(client, server))
        .withMessage("made");
    assertThat(log)
        .containsExactly("client made", "client lost ConnectionLostException", "server made");
  }

  @Test
  void producerThatThrows_losesItsConnection() {
    Wire wire = connect(client, server);
    client.transport().registerProducer(stopping(() -> fail(new ArithmeticException("stop"))));
    client.transport().abortConnection();

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(wire::flush);
    assertThat(log)
        .containsExactly(
            "client lost ConnectionAbortedException", "server lost ConnectionLostException");
  }

  @Test
  void transport_afterTheEnd_showsWhatWasNeverDelivered() {
    Wire wire = connect(client, server);
    server.write("unheard");
    server.transport().abortConnection();
    wire.flush();

    assertThat(wire.server().value(US_ASCII)).isEqualTo("unheard");
    assertThat(wire.server().state()).isEqualTo(TransportState.ABORTED);
    assertThat(wire.client().state()).isEqualTo(TransportState.CLOSED);
  }

  private static void fail(RuntimeException error) {
    throw error;
  }

  private static PushProducer stopping(Runnable onStop) {
    return new PushProducer() {
      @Override
      public void pauseProducing() {}

      @Override
      public void resumeProducing() {}

      @Override
      public void stopProducing() {
        onStop.run();
      }
    };
  }
}
