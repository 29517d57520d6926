// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.HandshakeListener;
import dev.assay.protocol.Protocol;
import dev.assay.tls.TlsSession;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A protocol that records what it is notified of, and passes on the bytes that it receives. */
final class Recorder extends Protocol implements HandshakeListener {
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final Consumer<byte[]> onData;
  private @Nullable TlsSession session;
  private @Nullable ConnectionClosedException reason;

  Recorder() {
    this(data -> {});
  }

  Recorder(Consumer<byte[]> onData) {
    this.onData = onData;
  }

  @Override
  public void handshakeCompleted(TlsSession completed) {
    session = completed;
  }

  @Override
  public void dataReceived(byte[] data) {
    received.writeBytes(data);
    onData.accept(data);
  }

  @Override
  protected void connectionLost(ConnectionClosedException ended) {
    reason = ended;
  }

  String text() {
    return received.toString(ISO_8859_1);
  }

  @Nullable TlsSession session() {
    return session;
  }

  @Nullable ConnectionClosedException reason() {
    return reason;
  }
}
