// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LineOnlyReceiverTest {
  @Test
  void lines_areDeliveredOneByOne() {
    OnlyLines only = new OnlyLines("\r\n", 16);
    only.feed("one\r", "\n\r\ntwo");

    assertThat(only.events.log).containsExactly("line one", "line ");
  }

  @Test
  void closing_dropsTheRest() {
    OnlyLines only = new OnlyLines("\n", 16);
    only.events.on("line quit", only.transport::loseConnection);
    only.feed("quit\nmore\n");

    assertThat(only.events.log).containsExactly("line quit");
  }

  @Test
  void line_thatIsTooLong_isHandedOverWithoutWhatFollows() {
    OnlyLines only = new OnlyLines("\n", 3);
    only.feed("123\n1234\n5\n");

    assertThat(only.events.log).containsExactly("line 123", "tooLong 1234");
    assertThat(only.transport.requests).containsExactly("loseConnection");
  }

  @Test
  void line_thatCanOnlyBeTooLong_isHandedOverAsFarAsItHasArrived() {
    OnlyLines only = new OnlyLines("\r\n", 3);
    only.feed("123\r4");

    assertThat(only.events.log).containsExactly("tooLong 123\r4");
  }

  @Test
  void sendLine_isOneWrite() {
    OnlyLines only = new OnlyLines("\r\n", 3);
    only.sendLine("one");

    assertThat(only.transport.requests).containsExactly("write one\r\n");
  }

  @Test
  void defaults_areCrLfAndSixteenThousand() {
    Plain plain = new Plain();
    TestTransport transport = new TestTransport();
    plain.makeConnection(transport);
    plain.dataReceived("x".repeat(16_384).concat("\r\n").getBytes(ISO_8859_1));
    assertThat(plain.longest).isEqualTo(16_384);

    plain.dataReceived("x".repeat(16_385).concat("\r\n").getBytes(ISO_8859_1));
    assertThat(plain.longest).isEqualTo(16_384);
    assertThat(transport.requests).containsExactly("loseConnection");
  }

  private static final class Plain extends LineOnlyReceiver {
    private int longest;

    @Override
    protected void lineReceived(byte[] line) {
      longest = Math.max(longest, line.length);
    }
  }
}
