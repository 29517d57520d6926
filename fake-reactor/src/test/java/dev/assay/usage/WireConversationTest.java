// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.event.Chunking;
import dev.assay.fake.protocol.LineSendingProtocol;
import dev.assay.fake.protocol.Wire;
import dev.assay.protocol.framing.LineReceiver;
import org.junit.jupiter.api.Test;

/** Two protocols talk to each other, and the test decides when which byte arrives. */
final class WireConversationTest {
  private final LineSendingProtocol client = LineSendingProtocol.afterFirstLine("HELO me", "QUIT");
  private final Wire wire = Wire.connect(client, new Greeter());

  @Test
  void conversation_runsToItsEnd() {
    wire.flush();

    assertThat(client.received()).containsExactly("220 ready", "250 hello me", "221 bye");
    assertThat(client.isConnected()).isFalse();
  }

  @Test
  void conversation_byteByByte_isTheSame() {
    wire.chunking(Chunking.byteByByte()).flush();

    assertThat(client.received()).containsExactly("220 ready", "250 hello me", "221 bye");
  }

  @Test
  void conversation_roundByRound() {
    wire.pump();
    assertThat(client.received()).containsExactly("220 ready");
    assertThat(wire.toServer().pending(US_ASCII)).isEqualTo("HELO me\r\nQUIT\r\n");

    wire.toServer().deliverOne();
    assertThat(wire.toClient().pending(US_ASCII)).isEqualTo("250 hello me\r\n");
  }

  @Test
  void halfALine_isNoLine() {
    wire.pump();
    wire.toServer().cutAfter(4);
    wire.toServer().deliverOne();
    assertThat(wire.toClient().pending()).isEmpty();

    wire.toServer().deliverOne();
    assertThat(wire.toClient().pending(US_ASCII)).isEqualTo("250 hello me\r\n");
  }

  /** A server that greets whoever says HELO. */
  private static final class Greeter extends LineReceiver {
    @Override
    protected void connectionMade() {
      sendLine("220 ready");
    }

    @Override
    protected void lineReceived(byte[] line) {
      String said = new String(line, US_ASCII);
      if (said.startsWith("HELO ")) {
        sendLine("250 hello " + said.substring(5));
      } else {
        sendLine("221 bye");
        transport().loseConnection();
      }
    }
  }
}
