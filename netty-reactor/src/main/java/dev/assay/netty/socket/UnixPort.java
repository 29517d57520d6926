// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.ServerChannel;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.nio.AbstractNioMessageChannel;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A port at a path, by a channel of the JDK, whose connections are {@link UnixStream}s. */
final class UnixPort extends AbstractNioMessageChannel implements ServerChannel {
  private static final ChannelMetadata METADATA = new ChannelMetadata(false, 16);

  private final Config config = new Config(this);
  private @Nullable SocketAddress bound;

  /** Creates a port that is not bound yet. */
  UnixPort() throws IOException {
    super(null, ServerSocketChannel.open(StandardProtocolFamily.UNIX), SelectionKey.OP_ACCEPT);
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isActive() {
    return javaChannel().isOpen() && bound != null;
  }

  @Override
  protected ServerSocketChannel javaChannel() {
    return (ServerSocketChannel) super.javaChannel();
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return bound;
  }

  @Override
  protected @Nullable SocketAddress remoteAddress0() {
    return null;
  }

  @Override
  protected void doBind(SocketAddress address) throws IOException {
    javaChannel().bind(address, config.backlog);
    bound = address;
  }

  @Override
  protected int doReadMessages(List<Object> accepted) throws IOException {
    SocketChannel connection = javaChannel().accept();
    if (connection == null) {
      return 0;
    }
    accepted.add(new UnixStream(this, connection));
    return 1;
  }

  /** Closes the channel, and deletes the file at its path. */
  @Override
  protected void doClose() throws Exception {
    super.doClose();
    javaChannel().close();
    if (bound instanceof UnixDomainSocketAddress path) {
      Files.deleteIfExists(path.getPath());
    }
  }

  @Override
  protected boolean doWriteMessage(Object message, ChannelOutboundBuffer in) {
    throw new UnsupportedOperationException("nothing can be sent from a port");
  }

  @Override
  protected boolean doConnect(SocketAddress remote, @Nullable SocketAddress local) {
    throw new UnsupportedOperationException("a port cannot be connected");
  }

  @Override
  protected void doFinishConnect() {
    throw new UnsupportedOperationException("a port cannot be connected");
  }

  @Override
  protected void doDisconnect() {
    throw new UnsupportedOperationException("a port cannot be connected");
  }

  private final class Config extends DefaultChannelConfig {
    private int backlog = 50;

    private Config(Channel channel) {
      super(channel, new ServerChannelRecvByteBufAllocator());
    }

    @Override
    public <T> boolean setOption(ChannelOption<T> option, T value) {
      if (ChannelOption.SO_BACKLOG.equals(option)) {
        backlog = (Integer) value;
        return true;
      }
      return super.setOption(option, value);
    }

    @Override
    protected void autoReadCleared() {
      clearReadPending();
    }
  }
}
