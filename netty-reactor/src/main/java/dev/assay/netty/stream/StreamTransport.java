// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import dev.assay.tls.TlsOptions;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.List;

/** One end of a connection on a real network, as its protocol sees it. */
final class StreamTransport implements Transport {
  private final Stream stream;

  StreamTransport(Stream stream) {
    this.stream = stream;
  }

  @Override
  public void write(byte[] data) {
    stream.loop().checkRequest("write");
    if (data.length > 0) {
      stream.write(data);
    }
  }

  @Override
  public void writeSequence(List<byte[]> pieces) {
    pieces.forEach(this::write);
  }

  @Override
  public void loseConnection() {
    stream.loop().checkThread("loseConnection");
    stream.close();
  }

  @Override
  public void loseWriteConnection() {
    stream.loop().checkThread("loseWriteConnection");
    stream.closeWrite();
  }

  @Override
  public void startTls(TlsOptions options) {
    stream.loop().checkRequest("startTls");
    stream.startTls(options);
  }

  @Override
  public void abortConnection() {
    stream.loop().checkThread("abortConnection");
    stream.abort();
  }

  @Override
  public boolean isConnected() {
    return stream.life().isConnected() && !stream.life().isClosing();
  }

  @Override
  public void registerProducer(PushProducer producer) {
    stream.loop().checkThread("registerProducer");
    stream.register(producer);
  }

  @Override
  public void registerProducer(PullProducer producer) {
    stream.loop().checkThread("registerProducer");
    stream.register(producer);
  }

  @Override
  public void unregisterProducer() {
    stream.loop().checkThread("unregisterProducer");
    stream.unregister();
  }

  @Override
  public void pauseProducing() {
    stream.loop().checkThread("pauseProducing");
    stream.reader().pause();
  }

  @Override
  public void resumeProducing() {
    stream.loop().checkThread("resumeProducing");
    stream.reader().resume();
  }

  @Override
  public void stopProducing() {
    loseConnection();
  }

  @Override
  public SocketAddress host() {
    return stream.host();
  }

  @Override
  public SocketAddress peer() {
    return stream.peer();
  }

  @Override
  public <T> void setOption(SocketOption<T> option, T value) {
    stream.loop().checkThread("setOption");
    SocketOptions.set(stream.channel(), option, value);
  }

  @Override
  public <T> T option(SocketOption<T> option) {
    return SocketOptions.get(stream.channel(), option);
  }

  /** Returns {@code client 127.0.0.1:49152 -> 127.0.0.1:80}. */
  @Override
  public String toString() {
    return stream.toString();
  }
}
