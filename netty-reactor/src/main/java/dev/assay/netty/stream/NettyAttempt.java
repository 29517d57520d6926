// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.netty.loop.Loop;
import dev.assay.netty.socket.Channels;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.LocalAddressException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.rules.BaseAttempt;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt to connect: the lookup of the name and the request, all within the timeout. */
final class NettyAttempt extends BaseAttempt {
  /** How long to wait before asking a full port at a path again. */
  private static final Duration FULL = Duration.ofMillis(10);

  private final Streams streams;
  private final Loop loop;
  private final NettyConnector connector;
  private final ConnectOptions options;
  private @Nullable Channel channel;

  NettyAttempt(Streams streams, NettyConnector connector, ConnectOptions options) {
    super(streams.loop(), connector, options);
    this.streams = streams;
    this.loop = streams.loop();
    this.connector = connector;
    this.options = options;
  }

  @Override
  public void begin() {
    loop.enter(this::beginHere);
  }

  private void beginHere() {
    streams.add(this);
    if (!isOpen()) {
      return;
    }
    armDeadline();
    if (connector.destination() instanceof InetSocketAddress inet) {
      lookUp(
          streams.names().resolve(inet.getHostString()),
          address -> request(new InetSocketAddress(address, inet.getPort())));
    } else {
      requestPath();
    }
  }

  private void request(InetSocketAddress address) {
    request(loop.sockets().stream(), address, address, options.bindAddress());
  }

  private void request(
      Channel made, SocketAddress to, SocketAddress peer, @Nullable SocketAddress from) {
    channel = made;
    Channels.prepare(made);
    if (from == null) {
      loop.register(made);
    } else {
      Throwable failure = loop.bind(made, from);
      if (failure != null) {
        failSoon(new LocalAddressException(Channels.bindFailed(from, failure)));
        return;
      }
    }
    ChannelFuture asked = made.connect(to);
    if (asked.isDone()) {
      loop.soon("answer to", this, () -> answered(made, peer, asked.cause()));
    } else {
      Channels.ignore(asked.addListener(later -> answered(made, peer, later.cause())));
    }
  }

  private void requestPath() {
    UnixDomainSocketAddress path = (UnixDomainSocketAddress) connector.destination();
    if (isOpen()) {
      request(loop.sockets().unixStream(), loop.sockets().unixAddress(path.toString()), path, null);
    }
  }

  private void answered(Channel made, SocketAddress peer, @Nullable Throwable cause) {
    if (!isOpen()) {
      Channels.ignore(made.close());
    } else if (cause != null && isFull(peer, cause)) {
      Channels.ignore(made.close());
      loop.calls().timer(FULL, this::requestPath);
    } else if (cause != null) {
      failSoon(refused(cause));
    } else {
      channel = null;
      end();
      SocketAddress host = Channels.orNone(made.localAddress());
      connector.connected(new Stream(streams, made, Stream.CLIENT, host, peer));
    }
  }

  /**
   * Returns whether something listens at a path and has no room for another connection now: the
   * system then refuses at once instead of letting the client wait.
   */
  private static boolean isFull(SocketAddress peer, Throwable cause) {
    return peer instanceof UnixDomainSocketAddress path
        && !(cause instanceof ConnectException || cause instanceof BindException)
        && Files.exists(path.getPath());
  }

  @Override
  protected void ended() {
    streams.remove(this);
    if (channel != null) {
      Channels.ignore(channel.close());
    }
  }

  private ConnectFailedException refused(Throwable cause) {
    return new ConnectionRefusedException(
        cause instanceof ConnectException
            ? "nothing listens at " + this
            : "cannot connect to " + this + ": " + cause,
        cause);
  }
}
