// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A receiver of lines and raw data that notes what it is told. */
final class Lines extends LineReceiver {
  final Events events = new Events();
  final TestTransport transport = new TestTransport();

  Lines() {
    makeConnection(transport);
  }

  Lines(String delimiter, int maxLength) {
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
  protected void rawDataReceived(byte[] data) {
    events.add("raw", data);
  }

  @Override
  protected void lineLengthExceeded(byte[] data) {
    events.add("tooLong", data);
    super.lineLengthExceeded(data);
  }
}
