// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.channels.ClosedChannelException;

/** What Netty reports of a connection, passed on to its {@link Stream}. */
final class StreamEvents extends ChannelInboundHandlerAdapter {
  private final Stream stream;

  StreamEvents(Stream stream) {
    this.stream = stream;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    byte[] piece = new byte[buffer.readableBytes()];
    buffer.readBytes(piece);
    buffer.release();
    stream.reader().arrive(piece);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      stream.inputEnded();
    } else if (event instanceof SslHandshakeCompletionEvent end) {
      stream.handshakeEnded(end.cause());
    } else if (event instanceof SslCloseCompletionEvent end && end.isSuccess()) {
      stream.peerClosed();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stream.broken(new ClosedChannelException());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    stream.broken(cause);
  }
}
