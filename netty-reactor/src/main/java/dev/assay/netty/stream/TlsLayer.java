// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.netty.socket.Channels;
import dev.assay.netty.socket.Sockets;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.TlsFailedException;
import dev.assay.tls.TlsOptions;
import dev.assay.tls.TlsSession;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** TLS on one end of a connection, by the engine of the JDK. */
final class TlsLayer {
  /** How long to wait for the end of what the peer sends, after the own end was sent. */
  private static final long LINGER_SECONDS = 5;

  private final Object end;
  private final Channel channel;
  private final SslHandler handler;

  /** The reason why TLS has failed, or null. */
  private @Nullable ConnectionLostException failure;

  private boolean complete;
  private boolean peerClosed;
  private boolean inputEnded;
  private boolean lingering;

  private TlsLayer(Object end, Channel channel, SslHandler handler) {
    this.end = end;
    this.channel = channel;
    this.handler = handler;
  }

  /**
   * Begins TLS at an end of a connection. What the channel was given before is sent as it is.
   *
   * @param server the name and port of the server as the client knows them; null for a server, and
   *     if the server has no name
   */
  static TlsLayer begin(
      Object end, Channel channel, TlsOptions options, boolean client, @Nullable Server server) {
    SslHandler handler = new SslHandler(engine(options, client, server));
    handler.setHandshakeTimeoutMillis(0);
    TlsLayer made = new TlsLayer(end, channel, handler);
    channel.pipeline().addFirst(handler);
    return made;
  }

  private static SSLEngine engine(TlsOptions options, boolean client, @Nullable Server server) {
    String asked = options.hostName();
    String name = asked != null ? asked : server != null ? server.name() : null;
    SSLEngine engine =
        name == null
            ? options.context().createSSLEngine()
            : options.context().createSSLEngine(name, server == null ? -1 : server.port());
    engine.setUseClientMode(client);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setApplicationProtocols(options.applicationProtocols().toArray(String[]::new));
    if (client && name != null && options.isHostNameChecked()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (!client) {
      parameters.setNeedClientAuth(options.isClientCertificateRequired());
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** Records that the handshake is complete, and returns its outcome. */
  TlsSession complete() {
    complete = true;
    String agreed = handler.engine().getApplicationProtocol();
    String protocol = agreed.isEmpty() ? null : agreed;
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      for (Certificate each : handler.engine().getSession().getPeerCertificates()) {
        certificates.add((X509Certificate) each);
      }
    } catch (SSLPeerUnverifiedException none) {
      return new TlsSession(protocol, List.of());
    }
    return new TlsSession(protocol, certificates);
  }

  /** Records why TLS has failed; the channel is about to be closed for that. */
  void fail(Throwable cause) {
    if (failure == null) {
      failure = TlsReasons.of(end, cause, complete);
    }
  }

  /** Records that the peer has closed TLS in an orderly way. */
  void peerClosed() {
    peerClosed = true;
  }

  /**
   * Records that the peer's stream has ended.
   *
   * @return the reason why the connection is lost by that, or null if it was closed properly
   */
  @Nullable ConnectionLostException inputEnded() {
    inputEnded = true;
    if (lingering) {
      Channels.ignore(channel.close());
    }
    if (failure != null || peerClosed) {
      return failure;
    }
    return complete
        ? new ConnectionLostException(
            end + " was lost: the peer ended it without closing TLS, so bytes may be missing")
        : new TlsFailedException(end + " was lost: the peer closed it during the handshake");
  }

  /** Returns the reason of a connection that has broken. */
  ConnectionLostException broken(Throwable cause) {
    return failure != null ? failure : TlsReasons.of(end, cause, complete);
  }

  /**
   * Closes TLS and then the channel in an orderly way. To close a channel that has unread bytes is
   * to reset it, and the engine of the peer sends bytes of its own; therefore the channel is closed
   * when the peer has ended its stream as well, or after a time.
   */
  void close(Sockets sockets) {
    if (!complete || inputEnded) {
      Channels.ignore(channel.close());
      return;
    }
    ChannelFuture closed = handler.closeOutbound();
    Channels.ignore(closed.addListener(sent -> linger(sockets, sent.isSuccess())));
  }

  private void linger(Sockets sockets, boolean sent) {
    if (!sent || inputEnded || !channel.isActive()) {
      Channels.ignore(channel.close());
      return;
    }
    lingering = true;
    sockets.endOutput(channel);
    channel.config().setAutoRead(true);
    Channels.ignore(
        channel.eventLoop().schedule(this::closeChannel, LINGER_SECONDS, TimeUnit.SECONDS));
  }

  private void closeChannel() {
    Channels.ignore(channel.close());
  }

  /** Closes the channel at once, without a word to the peer. */
  void cut() {
    Channels.ignore(channel.pipeline().firstContext().close());
  }

  /** The server, as its client knows it. */
  record Server(String name, int port) {}
}
