// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.ArrayList;
import java.util.List;

/** A transport with nothing behind it, and the requests made of it. */
final class TestTransport implements Transport {
  final List<String> requests = new ArrayList<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private boolean connected = true;

  byte[] written() {
    return written.toByteArray();
  }

  @Override
  public void write(byte[] data) {
    written.writeBytes(data);
    requests.add("write " + new String(data, ISO_8859_1));
  }

  @Override
  public void writeSequence(List<byte[]> pieces) {
    pieces.forEach(this::write);
  }

  @Override
  public void loseConnection() {
    connected = false;
    requests.add("loseConnection");
  }

  @Override
  public void loseWriteConnection() {
    requests.add("loseWriteConnection");
  }

  @Override
  public void abortConnection() {
    connected = false;
    requests.add("abortConnection");
  }

  @Override
  public boolean isConnected() {
    return connected;
  }

  @Override
  public void registerProducer(PushProducer producer) {
    requests.add("registerProducer");
  }

  @Override
  public void registerProducer(PullProducer producer) {
    requests.add("registerProducer");
  }

  @Override
  public void unregisterProducer() {
    requests.add("unregisterProducer");
  }

  @Override
  public void pauseProducing() {
    requests.add("pauseProducing");
  }

  @Override
  public void resumeProducing() {
    requests.add("resumeProducing");
  }

  @Override
  public void stopProducing() {
    requests.add("stopProducing");
  }

  @Override
  public SocketAddress host() {
    return InetSocketAddress.createUnresolved("host", 1);
  }

  @Override
  public SocketAddress peer() {
    return InetSocketAddress.createUnresolved("peer", 2);
  }

  @Override
  public <T> void setOption(SocketOption<T> option, T value) {
    throw new UnsupportedOperationException(option.name());
  }

  @Override
  public <T> T option(SocketOption<T> option) {
    throw new UnsupportedOperationException(option.name());
  }
}
