// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Errors;
import dev.assay.netty.loop.Loop;
import dev.assay.netty.socket.Channels;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.PortLifecycle;
import dev.assay.tls.TlsOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannel;
import java.net.SocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A port on a real network that accepts connections. */
final class NettyPort implements ListeningPort {
  /** How long to wait before accepting again when the process or the system has no resources. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final Streams streams;
  private final Loop loop;
  private final ServerChannel channel;
  private final SocketAddress address;
  private final ProtocolFactory factory;
  private final @Nullable TlsOptions tls;
  private final PortLifecycle life;

  private NettyPort(
      Streams streams,
      ServerChannel channel,
      SocketAddress address,
      ProtocolFactory factory,
      @Nullable TlsOptions tls) {
    this.streams = streams;
    this.loop = streams.loop();
    this.channel = channel;
    this.address = address;
    this.factory = factory;
    this.tls = tls;
    this.life = new PortLifecycle(loop, PendingKind.LISTENING_PORT, this);
  }

  /**
   * Binds a channel, and begins to accept.
   *
   * @param asked the address in the form that the channel accepts
   * @param shown the address in the form of the JDK
   */
  static NettyPort open(
      Streams streams,
      ServerChannel channel,
      SocketAddress asked,
      SocketAddress shown,
      ProtocolFactory factory,
      int backlog,
      @Nullable TlsOptions tls)
      throws BindFailedException {
    channel.config().setAutoRead(false);
    channel.config().setOption(ChannelOption.SO_BACKLOG, backlog);
    channel.config().setOption(ChannelOption.SO_REUSEADDR, true);
    Throwable failure = streams.loop().bind(channel, asked);
    if (failure != null) {
      Channels.ignore(channel.close());
      throw Channels.bindFailed(shown, failure);
    }
    NettyPort port =
        new NettyPort(streams, channel, Channels.orNone(channel.localAddress()), factory, tls);
    streams.add(port);
    port.life.begin("factory", factory::factoryStarted);
    channel.pipeline().addLast(port.new Accept());
    channel.config().setAutoRead(true);
    return port;
  }

  @Override
  public SocketAddress address() {
    return address;
  }

  @Override
  public Deferred<@Nullable Void> stopListening() {
    return life.stop(this::closeSoon);
  }

  /** Closes the channel; the address is free when Netty has run once more. */
  private void closeSoon() {
    Channels.ignore(channel.close());
    loop.soon("close of", this, this::close);
  }

  /** Closes now. */
  void close() {
    life.close(this::free, "factory", factory::factoryStopped);
  }

  private void free() {
    Channels.ignore(channel.close());
    streams.remove(this);
  }

  private void accept(Channel child) {
    Channels.prepare(child);
    SocketAddress peer = Channels.orNone(child.remoteAddress());
    loop.register(child);
    Stream stream =
        new Stream(streams, child, Stream.SERVER, Channels.orNone(child.localAddress()), peer);
    life.accept(stream.withTls(tls), factory);
  }

  private void rest(Throwable cause) {
    Errors.log("accept at " + this, cause);
    channel.config().setAutoRead(false);
    loop.calls().timer(REST, () -> channel.config().setAutoRead(true));
  }

  /** Returns {@code ListeningPort 127.0.0.1:80}. */
  @Override
  public String toString() {
    return "ListeningPort " + Addresses.show(address);
  }

  /** What Netty reports of a port. */
  private final class Accept extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object child) {
      accept((Channel) child);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      rest(cause);
    }
  }
}
