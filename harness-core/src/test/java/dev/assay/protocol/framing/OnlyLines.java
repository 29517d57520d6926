// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A receiver of nothing but lines that notes what it is told. */
final class OnlyLines extends LineOnlyReceiver {
  final Events events = new Events();
  final TestTransport transport = new TestTransport();

  OnlyLines(String delimiter, int maxLength) {
    super(delimiter.getBytes(ISO_8859_1), maxLength);
    makeConnection(transport);
  }

  void feed(String... chunks) {
    for (String chunk : chunks) {
      dataReceived(chunk.getBytes(ISO_8859_1));
    }
  }

  @Override
  protected void lineReceived(byte[] line) {
    events.add("line", line);
  }

  @Override
  protected void lineLengthExceeded(byte[] line) {
    events.add("tooLong", line);
    super.lineLengthExceeded(line);
  }
}
