// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.protocol.framing.LineReceiver;
import java.util.ArrayList;
import java.util.List;

/**
 * A protocol that sends lines, and records the lines that it receives. Lines are text in UTF-8, and
 * end in CR LF.
 *
 * @since 0.1
 */
public final class LineSendingProtocol extends LineReceiver {
  private final List<String> toSend;
  private final boolean waitsForLine;
  private final List<String> received = new ArrayList<>();

  private LineSendingProtocol(boolean waitsForLine, String... lines) {
    this.toSend = new ArrayList<>(List.of(lines));
    this.waitsForLine = waitsForLine;
  }

  /** Creates a protocol that sends its lines when its connection is made. */
  public static LineSendingProtocol atOnce(String... lines) {
    return new LineSendingProtocol(false, lines);
  }

  /** Creates a protocol that sends its lines when it has received the first line. */
  public static LineSendingProtocol afterFirstLine(String... lines) {
    return new LineSendingProtocol(true, lines);
  }

  /** Returns the lines that were received. */
  public List<String> received() {
    return List.copyOf(received);
  }

  @Override
  protected void connectionMade() {
    if (!waitsForLine) {
      send();
    }
  }

  @Override
  protected void lineReceived(byte[] line) {
    received.add(new String(line, UTF_8));
    send();
  }

  private void send() {
    List<String> lines = List.copyOf(toSend);
    toSend.clear();
    lines.forEach(this::sendLine);
  }
}
