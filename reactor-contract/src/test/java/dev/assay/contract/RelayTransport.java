// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.List;

/** A transport that passes everything on to another. */
abstract class RelayTransport implements Transport {
  private final Transport real;

  RelayTransport(Transport real) {
    this.real = real;
  }

  Transport real() {
    return real;
  }

  @Override
  public void write(byte[] data) {
    real.write(data);
  }

  @Override
  public void writeSequence(List<byte[]> pieces) {
    real.writeSequence(pieces);
  }

  @Override
  public void loseConnection() {
    real.loseConnection();
  }

  @Override
  public void loseWriteConnection() {
    real.loseWriteConnection();
  }

  @Override
  public void abortConnection() {
    real.abortConnection();
  }

  @Override
  public boolean isConnected() {
    return real.isConnected();
  }

  @Override
  public void registerProducer(PushProducer producer) {
    real.registerProducer(producer);
  }

  @Override
  public void registerProducer(PullProducer producer) {
    real.registerProducer(producer);
  }

  @Override
  public void unregisterProducer() {
    real.unregisterProducer();
  }

  @Override
  public void pauseProducing() {
    real.pauseProducing();
  }

  @Override
  public void resumeProducing() {
    real.resumeProducing();
  }

  @Override
  public void stopProducing() {
    real.stopProducing();
  }

  @Override
  public SocketAddress host() {
    return real.host();
  }

  @Override
  public SocketAddress peer() {
    return real.peer();
  }

  @Override
  public <T> void setOption(SocketOption<T> option, T value) {
    real.setOption(option, value);
  }

  @Override
  public <T> T option(SocketOption<T> option) {
    return real.option(option);
  }
}
