// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NetstringReceiverTest {
  private final Netstrings strings = new Netstrings(20);

  @Test
  void strings_inOneChunk_areDeliveredOneByOne() {
    strings.feed("5:hello,0:,3:a,b,");

    assertThat(strings.events.log).containsExactly("string hello", "string ", "string a,b");
  }

  @Test
  void strings_byteByByte_areDeliveredWhenComplete() {
    strings.feed("1", "0", ":", "0123456789");
    assertThat(strings.events.log).isEmpty();

    strings.feed(",", "1:x,");
    assertThat(strings.events.log).containsExactly("string 0123456789", "string x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        ":",
        "-1:",
        "05:",
        "00:",
        "1 :",
        "1x",
        "3:abc;",
        "21",
        "99999999999999999999"
      })
  void anythingElse_closesTheConnection(String stream) {
    strings.feed("1:a,");
    strings.feed(stream);
    strings.feed("1:b,");

    assertThat(strings.events.log).containsExactly("string a");
    assertThat(strings.transport.requests).containsExactly("loseConnection");
    assertThat(strings.isPeerBroken()).isTrue();
  }

  @Test
  void lengthThatIsStillGood_closesNothing() {
    strings.feed("2");
    strings.feed("0");
    strings.feed(":");

    assertThat(strings.transport.requests).isEmpty();
    assertThat(strings.isPeerBroken()).isFalse();
  }

  @Test
  void closing_insideAString_dropsTheRest() {
    strings.events.on("string quit", strings.transport::loseConnection);
    strings.feed("4:quit,1:a,");

    assertThat(strings.events.log).containsExactly("string quit");
    assertThat(strings.isPeerBroken()).isFalse();
  }

  @Test
  void pause_insideAString_holdsBackTheNext() {
    strings.events.on("string a", strings::pauseProducing);
    strings.feed("1:a,1:b,");
    assertThat(strings.events.log).containsExactly("string a");

    strings.resumeProducing();
    assertThat(strings.events.log).containsExactly("string a", "string b");
  }

  @Test
  void data_thatArrivesInsideAString_waitsForItsTurn() {
    strings.events.on("string a", () -> strings.feed("1:c,"));
    strings.feed("1:a,1:b,");

    assertThat(strings.events.log).containsExactly("string a", "string b", "string c");
  }

  @Test
  void sendString_isOneWrite() {
    strings.sendString("h\u00e9".getBytes(ISO_8859_1));
    strings.sendString(new byte[0]);

    assertThat(strings.transport.requests).containsExactly("write 2:h\u00e9,", "write 0:,");
  }

  @Test
  void defaultLimit_isALittleUnderAHundredThousand() {
    Netstrings plain = new Netstrings();
    plain.feed("99999:");
    assertThat(plain.isPeerBroken()).isFalse();

    Netstrings another = new Netstrings();
    another.feed("100000");
    assertThat(another.isPeerBroken()).isTrue();
  }

  @Test
  void limit_thatIsNegative_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Netstrings(-1))
        .withMessage("maxLength must not be negative: -1");
  }
}
