// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A receiver of netstrings that notes what it is told. */
final class Netstrings extends NetstringReceiver {
  final Events events = new Events();
  final TestTransport transport = new TestTransport();

  Netstrings() {
    makeConnection(transport);
  }

  Netstrings(int maxLength) {
    super(maxLength);
    makeConnection(transport);
  }

  void feed(String... chunks) {
    for (String chunk : chunks) {
      dataReceived(chunk.getBytes(ISO_8859_1));
    }
  }

  @Override
  protected void stringReceived(byte[] string) {
    events.add("string", string);
  }
}
