// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.FileRegion;
import io.netty.channel.nio.AbstractNioByteChannel;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a path, by a channel of the JDK. Netty's own class for that closes the channel
 * when the other side ends its stream; this one reports the end, and continues to send.
 */
final class UnixStream extends AbstractNioByteChannel {
  private final ChannelConfig config = new Config(this);
  private boolean ended;

  /** Creates an outgoing connection that is not connected yet. */
  UnixStream() throws IOException {
    this(null, SocketChannel.open(StandardProtocolFamily.UNIX));
  }

  /** Creates a connection that a port has accepted. */
  UnixStream(@Nullable Channel port, SocketChannel accepted) {
    super(port, accepted);
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isActive() {
    return javaChannel().isOpen() && javaChannel().isConnected();
  }

  /** Ends the stream from this side. */
  void endOutput() {
    ((AbstractUnsafe) unsafe()).shutdownOutput(newPromise());
  }

  @Override
  protected ChannelFuture shutdownInput() {
    return newSucceededFuture(); // never requested, as no read returns the end of the stream
  }

  @Override
  protected void doShutdownOutput() throws IOException {
    javaChannel().shutdownOutput();
  }

  @Override
  protected SocketChannel javaChannel() {
    return (SocketChannel) super.javaChannel();
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    try {
      return javaChannel().getLocalAddress();
    } catch (IOException closed) {
      return null;
    }
  }

  @Override
  protected @Nullable SocketAddress remoteAddress0() {
    try {
      return javaChannel().getRemoteAddress();
    } catch (IOException closed) {
      return null;
    }
  }

  @Override
  protected void doBind(SocketAddress address) throws IOException {
    javaChannel().bind(address);
  }

  @Override
  protected boolean doConnect(SocketAddress remote, @Nullable SocketAddress local)
      throws IOException {
    if (javaChannel().connect(remote)) {
      return true;
    }
    registration().submit(NioIoOps.CONNECT);
    return false;
  }

  @Override
  protected void doFinishConnect() throws IOException {
    javaChannel().finishConnect();
  }

  @Override
  protected void doDisconnect() throws Exception {
    doClose();
  }

  @Override
  protected void doClose() throws Exception {
    super.doClose();
    javaChannel().close();
  }

  /** Returns zero at the end of the stream, which is reported as an event. */
  @Override
  protected int doReadBytes(ByteBuf into) throws IOException {
    unsafe().recvBufAllocHandle().attemptedBytesRead(into.writableBytes());
    int count = ended ? -1 : into.writeBytes(javaChannel(), into.writableBytes());
    if (count >= 0) {
      return count;
    }
    config.setAutoRead(false);
    if (!ended) {
      ended = true;
      eventLoop()
          .execute(() -> pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE));
    }
    return 0;
  }

  @Override
  protected int doWriteBytes(ByteBuf from) throws IOException {
    return from.readBytes(javaChannel(), from.readableBytes());
  }

  @Override
  protected long doWriteFileRegion(FileRegion region) throws IOException {
    return region.transferTo(javaChannel(), region.transferred());
  }

  private final class Config extends DefaultChannelConfig {
    private Config(Channel channel) {
      super(channel);
    }

    @Override
    protected void autoReadCleared() {
      clearReadPending();
    }
  }
}
