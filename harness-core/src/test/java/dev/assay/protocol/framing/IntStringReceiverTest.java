// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IntStringReceiverTest {
  private final Events events = new Events();
  private final TestTransport transport = new TestTransport();

  @ParameterizedTest
  @EnumSource
  void strings_inOneChunk_areDeliveredOneByOne(IntStrings kind) {
    receiver(kind).dataReceived(bytes(kind.frame("hello") + kind.frame("") + kind.frame("\u00ff")));

    assertThat(events.log).containsExactly("string hello", "string ", "string \u00ff");
  }

  @ParameterizedTest
  @EnumSource
  void strings_byteByByte_areDeliveredWhenComplete(IntStrings kind) {
    IntStringReceiver receiver = receiver(kind);
    for (byte each : bytes(kind.frame("hello") + kind.frame("x"))) {
      receiver.dataReceived(new byte[] {each});
    }

    assertThat(events.log).containsExactly("string hello", "string x");
  }

  @ParameterizedTest
  @EnumSource
  void string_thatIsTooLong_closesTheConnectionAsSoonAsItsLengthIsKnown(IntStrings kind) {
    IntStringReceiver receiver = receiver(kind);
    receiver.dataReceived(bytes(kind.frame("a") + kind.frame("x".repeat(21)).charAt(0)));
    receiver.dataReceived(bytes(kind.frame("x".repeat(21)).substring(1, kind.prefixLength)));
    receiver.dataReceived(bytes("x"));

    assertThat(events.log).containsExactly("string a", "tooLong 21");
    assertThat(transport.requests).containsExactly("loseConnection");
  }

  @ParameterizedTest
  @EnumSource
  void pause_insideAString_holdsBackTheNext(IntStrings kind) {
    IntStringReceiver receiver = receiver(kind);
    events.on("string a", receiver::pauseProducing);
    receiver.dataReceived(bytes(kind.frame("a") + kind.frame("b")));
    assertThat(events.log).containsExactly("string a");

    receiver.resumeProducing();
    assertThat(events.log).containsExactly("string a", "string b");
  }

  @ParameterizedTest
  @EnumSource
  void closing_insideAString_dropsTheRest(IntStrings kind) {
    events.on("string a", transport::loseConnection);
    receiver(kind).dataReceived(bytes(kind.frame("a") + kind.frame("b")));

    assertThat(events.log).containsExactly("string a");
  }

  @ParameterizedTest
  @EnumSource
  void data_thatArrivesInsideAString_waitsForItsTurn(IntStrings kind) {
    IntStringReceiver receiver = receiver(kind);
    events.on("string a", () -> receiver.dataReceived(bytes(kind.frame("c"))));
    receiver.dataReceived(bytes(kind.frame("a") + kind.frame("b")));

    assertThat(events.log).containsExactly("string a", "string b", "string c");
  }

  @ParameterizedTest
  @EnumSource
  void sendString_isOneWrite(IntStrings kind) {
    receiver(kind).sendString(bytes("hello"));

    assertThat(transport.requests).containsExactly("write " + kind.frame("hello"));
  }

  @Test
  void length_hasItsHighestByteFirstAndNoSign() {
    receiver(IntStrings.INT32).dataReceived(bytes("\u00ff\u0000\u0001\u0002"));

    assertThat(events.log).containsExactly("tooLong 4278190338");
  }

  @Test
  void sendString_whoseLengthCannotBeWritten_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> receiver(IntStrings.INT8).sendString(new byte[256]))
        .withMessage("string must be shorter than 256 bytes: 256");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> receiver(IntStrings.INT16).sendString(new byte[65_536]))
        .withMessage("string must be shorter than 65536 bytes: 65536");
    assertThat(transport.requests).isEmpty();
  }

  private IntStringReceiver receiver(IntStrings kind) {
    IntStringReceiver receiver = kind.make(events, 20);
    receiver.makeConnection(transport);
    return receiver;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
