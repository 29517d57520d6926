// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ConnectionDoneException;
import org.junit.jupiter.api.Test;

final class ScriptedPeerTest {
  private final StringTransport transport = new StringTransport();
  private final ScriptedPeer peer =
      new ScriptedPeer().answer("220 ready\r\n").expect("QUIT\r\n").answer("221 bye\r\n").hangUp();

  @Test
  void script_isPlayedStepByStep() {
    transport.connect(peer);
    assertThat(transport.takeAll(US_ASCII)).isEqualTo("220 ready\r\n");
    assertThat(peer.isFinished()).isFalse();

    feed("QU", "IT\r\n");
    assertThat(transport.takeAll(US_ASCII)).isEqualTo("221 bye\r\n");
    assertThat(transport.isDisconnecting()).isTrue();
    assertThat(peer.isFinished()).isTrue();
    assertThatCode(peer::assertFinished).doesNotThrowAnyException();
  }

  @Test
  void script_makesNoDifferenceHowBytesAreCut() {
    SplitSweep.of("onetwo")
        .check(
            () -> new ScriptedPeer().expect("one").expect("two").answer("done"),
            ScriptedPeer::isFinished);
  }

  @Test
  void otherBytes_failWhereTheyAreReceivedAndInTheEnd() {
    transport.connect(peer);
    String message =
        "the peer expected \"QUIT\\r\\n\" and received \"QUAK\", which differs at byte 2";

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> feed("QU", "AK"))
        .withMessage(message);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(peer::assertFinished)
        .withMessage(message);
    assertThat(peer.isFinished()).isFalse();
  }

  @Test
  void bytes_afterTheScript_fail() {
    ScriptedPeer brief = transport.connect(new ScriptedPeer().expect("a"));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> brief.dataReceived("ab".getBytes(US_ASCII)))
        .withMessage("the peer expects nothing more, and received \"b\"");
  }

  @Test
  void assertFinished_tellsWhatIsLeft() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(peer::assertFinished)
        .withMessage(
            "the peer is not finished; left to do: answer \"220 ready\\r\\n\","
                + " expect \"QUIT\\r\\n\", answer \"221 bye\\r\\n\", hang up");
    transport.connect(peer);
    feed("QU");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(peer::assertFinished)
        .withMessage(
            "the peer is not finished; left to do: expect \"QUIT\\r\\n\" (has \"QU\"),"
                + " answer \"221 bye\\r\\n\", hang up");
  }

  @Test
  void connection_thatEndsTooEarly_tellsWhatIsLeft() {
    transport.connect(peer);
    Deferred<ScriptedPeer> finished = peer.whenFinished();
    transport.endConnection(new ConnectionDoneException("closed by the peer"));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(peer::assertFinished)
        .withMessage(
            "the connection is over (closed by the peer) and the peer is not finished;"
                + " left to do: expect \"QUIT\\r\\n\", answer \"221 bye\\r\\n\", hang up");
    assertThat(finished.isUnhandled()).isTrue();
    finished.addErrback(AssertionError.class, error -> peer);
  }

  @Test
  void whenFinished_firesAtTheEndOfTheScript() {
    Deferred<ScriptedPeer> early = peer.whenFinished();
    transport.connect(peer);
    assertThat(early.isFired()).isFalse();

    feed("QUIT\r\n");
    assertThat(early.isFired()).isTrue();
    assertThat(peer.whenFinished().isFired()).isTrue();
  }

  @Test
  void script_canGoOnAfterItsEnd() {
    ScriptedPeer growing = transport.connect(new ScriptedPeer());
    growing.answer("a").expect("b").answer("c");
    growing.dataReceived("b".getBytes(US_ASCII));

    assertThat(transport.writes(US_ASCII)).containsExactly("a", "c");
  }

  private void feed(String... chunks) {
    for (String chunk : chunks) {
      peer.dataReceived(chunk.getBytes(US_ASCII));
    }
  }
}
