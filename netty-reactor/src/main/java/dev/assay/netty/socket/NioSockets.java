// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** The channels of the JDK. */
final class NioSockets implements Sockets {
  @Override
  public IoHandlerFactory handlers() {
    return NioIoHandler.newFactory();
  }

  @Override
  public Channel stream() {
    return new NioSocketChannel();
  }

  @Override
  public ServerChannel port() {
    return new NioServerSocketChannel();
  }

  @Override
  public Channel datagrams() {
    return new NioDatagramChannel();
  }

  @Override
  public Channel unixStream() {
    try {
      return new UnixStream();
    } catch (IOException e) {
      throw new ChannelException("no UNIX socket can be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public ServerChannel unixPort() {
    try {
      return new UnixPort();
    } catch (IOException e) {
      throw new ChannelException("no UNIX socket can be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public void endOutput(Channel connection) {
    if (connection instanceof UnixStream unix) {
      unix.endOutput();
    } else {
      Sockets.super.endOutput(connection);
    }
  }

  @Override
  public SocketAddress unixAddress(String path) {
    return UnixDomainSocketAddress.of(path);
  }
}
