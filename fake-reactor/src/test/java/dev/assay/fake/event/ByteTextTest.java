// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ByteTextTest {
  @Test
  void quote_showsEveryByte() {
    assertThat(ByteText.quote(bytes("a ~\r\n\t\"\\\u0000\u007f\u00ff")))
        .isEqualTo("\"a ~\\r\\n\\t\\\"\\\\\\x00\\x7f\\xff\"");
  }

  @Test
  void brief_showsTheBeginningOfWhatIsLong() {
    assertThat(ByteText.brief(bytes("x".repeat(64)))).isEqualTo("\"" + "x".repeat(64) + "\"");
    assertThat(ByteText.brief(bytes("x".repeat(65))))
        .isEqualTo("\"" + "x".repeat(64) + "\" and 1 byte more");
    assertThat(ByteText.brief(bytes("x".repeat(66)))).endsWith(" and 2 bytes more");
  }

  @Test
  void hex_hasTwoDigitsAByte() {
    assertThat(ByteText.hex(bytes("\r\n\u00ff"))).isEqualTo("0d 0a ff");
    assertThat(ByteText.hex(bytes(""))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
