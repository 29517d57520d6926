// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolRelay;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import dev.assay.tls.TlsOptions;
import java.io.ByteArrayOutputStream;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer between a protocol and its transport, in both directions: it is the transport of the
 * protocol, and receives the protocol's events. What a subclass does not override passes unchanged.
 *
 * @since 0.1
 */
public abstract class ProtocolWrapper extends ProtocolRelay implements Transport {
  private @Nullable Transport transport;

  /** Creates a layer between a protocol and a transport to come. */
  protected ProtocolWrapper(Protocol inner) {
    super(inner);
  }

  /**
   * Returns the transport behind this layer.
   *
   * @throws IllegalStateException before the connection is made
   */
  protected final Transport transport() {
    if (transport == null) {
      throw new IllegalStateException(
          getClass().getSimpleName()
              + " has no transport yet; it has one from connectionMade() on");
    }
    return transport;
  }

  /** Called when the connection has been made. Connects the protocol to this layer. */
  @Override
  protected void connectionMade(Transport transport) {
    this.transport = transport;
    super.connectionMade(this);
  }

  @Override
  public void write(byte[] data) {
    transport().write(data);
  }

  /** Joins the pieces and writes them at once, so that all written bytes pass {@link #write}. */
  @Override
  public final void writeSequence(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    write(joined.toByteArray());
  }

  @Override
  public void loseConnection() {
    transport().loseConnection();
  }

  @Override
  public void loseWriteConnection() {
    transport().loseWriteConnection();
  }

  @Override
  public void startTls(TlsOptions options) {
    transport().startTls(options);
  }

  @Override
  public void abortConnection() {
    transport().abortConnection();
  }

  @Override
  public boolean isConnected() {
    return transport().isConnected();
  }

  @Override
  public void registerProducer(PushProducer producer) {
    transport().registerProducer(producer);
  }

  @Override
  public void registerProducer(PullProducer producer) {
    transport().registerProducer(producer);
  }

  @Override
  public void unregisterProducer() {
    transport().unregisterProducer();
  }

  @Override
  public void pauseProducing() {
    transport().pauseProducing();
  }

  @Override
  public void resumeProducing() {
    transport().resumeProducing();
  }

  @Override
  public void stopProducing() {
    transport().stopProducing();
  }

  @Override
  public SocketAddress host() {
    return transport().host();
  }

  @Override
  public SocketAddress peer() {
    return transport().peer();
  }

  @Override
  public <T> void setOption(SocketOption<T> option, T value) {
    transport().setOption(option, value);
  }

  @Override
  public <T> T option(SocketOption<T> option) {
    return transport().option(option);
  }
}
