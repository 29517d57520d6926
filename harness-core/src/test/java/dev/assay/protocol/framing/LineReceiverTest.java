// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class LineReceiverTest {
  private final Lines lines = new Lines();

  @Test
  void chunk_withSeveralLines_deliversEach() {
    lines.feed("one\r\n\r\nthree\r\n");

    assertThat(lines.events.log).containsExactly("line one", "line ", "line three");
  }

  @Test
  void line_inPieces_isDeliveredWhenItsDelimiterIsComplete() {
    lines.feed("o", "ne\r");
    assertThat(lines.events.log).isEmpty();

    lines.feed("\n");
    assertThat(lines.events.log).containsExactly("line one");
  }

  @Test
  void delimiter_onlyInPart_belongsToTheLine() {
    lines.feed("a\nb\rc\r\r\n");

    assertThat(lines.events.log).containsExactly("line a\nb\rc\r");
  }

  @Test
  void delimiter_ofAnyBytes_endsLines() {
    Lines dashes = new Lines("--", 10);
    dashes.feed("a-", "b--c---d--");

    assertThat(dashes.events.log).containsExactly("line a-b", "line c", "line -d");
  }

  @Test
  void anyByte_isPartOfALine() {
    lines.feed("\u0000\u007f\u0080\u00ff\r\n");

    assertThat(lines.events.log).containsExactly("line \u0000\u007f\u0080\u00ff");
  }

  @Test
  void line_ofTheGreatestLength_isDelivered() {
    Lines five = new Lines("\r\n", 5);
    five.feed("12345\r\n", "12345", "\r", "\n");

    assertThat(five.events.log).containsExactly("line 12345", "line 12345");
  }

  @Test
  void line_thatIsTooLong_closesTheConnectionAndDropsWhatFollows() {
    Lines five = new Lines("\r\n", 5);
    five.feed("1\r\n123456\r\nnext\r\n");

    assertThat(five.events.log).containsExactly("line 1", "tooLong 123456\r\nnext\r\n");
    assertThat(five.transport.requests).containsExactly("loseConnection");
    assertThat(five.clearLineBuffer()).isEmpty();
  }

  @Test
  void line_thatCanOnlyBeTooLong_isRefusedBeforeItEnds() {
    Lines five = new Lines("\r\n", 5);
    five.feed("12345\r");
    assertThat(five.events.log).isEmpty();

    five.feed("6");
    assertThat(five.events.log).containsExactly("tooLong 12345\r6");
  }

  @Test
  void rawMode_coversTheRestOfTheChunk() {
    lines.events.on("line BODY", lines::setRawMode);
    lines.feed("BODY\r\na\r\nb", "c");

    assertThat(lines.events.log).containsExactly("line BODY", "raw a\r\nb", "raw c");
  }

  @Test
  void lineMode_withExtra_takesTheExtraAsLines() {
    lines.setRawMode();
    lines.events.on("raw abcone\r\ntw", () -> lines.setLineMode(bytes("one\r\ntw")));
    lines.feed("abcone\r\ntw", "o\r\n");

    assertThat(lines.events.log).containsExactly("raw abcone\r\ntw", "line one", "line two");
  }

  @Test
  void lineMode_whileMoreHasArrived_takesTheExtraFirst() {
    lines.setRawMode();
    lines.events.on(
        "raw abc",
        () -> {
          lines.feed("two\r\n");
          lines.setLineMode(bytes("one\r\n"));
        });
    lines.feed("abc");

    assertThat(lines.events.log).containsExactly("raw abc", "line one", "line two");
  }

  @Test
  void lineMode_fromOutside_deliversWhatIsHandedBack() {
    lines.setRawMode();
    lines.setLineMode(bytes("one\r\ntw"));
    lines.feed("o\r\n");

    assertThat(lines.events.log).containsExactly("line one", "line two");
  }

  @Test
  void rawMode_notOverridden_saysWhatIsMissing() {
    LinesOnlyByName bare = new LinesOnlyByName();
    bare.makeConnection(lines.transport);
    bare.setRawMode();

    assertThatIllegalStateException()
        .isThrownBy(() -> bare.dataReceived(bytes("a")))
        .withMessage("LinesOnlyByName is in raw mode, so it must override rawDataReceived");
  }

  @Test
  void clearLineBuffer_takesWhatWasNotDelivered() {
    lines.feed("one\r\ntw");

    assertThat(lines.clearLineBuffer()).isEqualTo(bytes("tw"));
    lines.feed("o\r\n");
    assertThat(lines.events.log).containsExactly("line one", "line o");
  }

  @Test
  void sendLine_isOneWrite() {
    lines.sendLine(bytes("\u00e9"));
    lines.sendLine("\u00e9");

    assertThat(lines.transport.requests)
        .containsExactly("write \u00e9\r\n", "write \u00c3\u00a9\r\n");
  }

  @Test
  void sendLine_thatWouldArriveAsSeveral_isRefused() {
    Lines dashes = new Lines("--", 10);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> dashes.sendLine("ab--cd"))
        .withMessage("line must not contain the delimiter: it is at byte 2 of 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dashes.sendLine("ab-"))
        .withMessage("line must not contain the delimiter: it is at byte 2 of 3");
    assertThat(dashes.transport.requests).isEmpty();
  }

  @Test
  void data_beforeTheConnection_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new LinesOnlyByName().dataReceived(bytes("a\r\n")))
        .withMessageContaining("has no transport yet");
  }

  @Test
  void arguments_thatMakeNoSense_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lines("", 5))
        .withMessage("delimiter must not be empty: []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lines("\n", -1))
        .withMessage("maxLength must not be negative: -1");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static final class LinesOnlyByName extends LineReceiver {
    @Override
    protected void lineReceived(byte[] line) {}
  }
}
