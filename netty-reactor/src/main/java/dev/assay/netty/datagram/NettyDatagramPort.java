// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.datagram;

import dev.assay.deferred.Deferred;
import dev.assay.netty.loop.Loop;
import dev.assay.netty.socket.Channels;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.DatagramPeer;
import dev.assay.reactor.rules.Guard;
import dev.assay.reactor.rules.PortLifecycle;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import org.jspecify.annotations.Nullable;

/** A port on a real network that sends and receives datagrams. */
final class NettyDatagramPort implements DatagramTransport {
  private final Datagrams datagrams;
  private final Loop loop;
  private final Channel channel;
  private final InetSocketAddress address;
  private final DatagramProtocol protocol;
  private final PortLifecycle life;
  private final DatagramPeer peer = new DatagramPeer(this);

  private NettyDatagramPort(Datagrams datagrams, Channel channel, DatagramProtocol protocol) {
    this.datagrams = datagrams;
    this.loop = datagrams.loop();
    this.channel = channel;
    this.address = (InetSocketAddress) channel.localAddress();
    this.protocol = protocol;
    this.life = new PortLifecycle(loop, PendingKind.DATAGRAM_PORT, this);
  }

  static NettyDatagramPort open(
      Datagrams datagrams, Channel channel, InetSocketAddress asked, DatagramProtocol protocol)
      throws BindFailedException {
    channel.config().setAutoRead(false);
    channel
        .config()
        .setRecvByteBufAllocator(new FixedRecvByteBufAllocator(DatagramPeer.MOST_BYTES));
    Throwable failure = datagrams.loop().bind(channel, asked);
    if (failure != null) {
      Channels.ignore(channel.close());
      throw Channels.bindFailed(asked, failure);
    }
    NettyDatagramPort port = new NettyDatagramPort(datagrams, channel, protocol);
    datagrams.add(port);
    channel.pipeline().addLast(port.new Events());
    port.life.begin("protocol", () -> protocol.makeConnection(port));
    channel.config().setAutoRead(true);
    return port;
  }

  @Override
  public void write(byte[] data, InetSocketAddress to) {
    loop.checkRequest("write");
    send(data, peer.destination(to));
  }

  @Override
  public void write(byte[] data) {
    loop.checkRequest("write");
    send(data, peer.destination());
  }

  @Override
  public void connect(InetSocketAddress to) {
    loop.checkThread("connect");
    peer.connect(to);
    Channels.ignore(channel.connect(to));
  }

  @Override
  public InetSocketAddress host() {
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
    life.close(this::free, "protocol", protocol::stopProtocol);
  }

  private void free() {
    Channels.ignore(channel.close());
    datagrams.remove(this);
  }

  private void send(byte[] data, InetSocketAddress to) {
    DatagramPeer.checkSize(data);
    if (!life.isEnding()) {
      ByteBuf copy = channel.alloc().ioBuffer(data.length).writeBytes(data);
      Channels.ignore(
          channel.writeAndFlush(peer.isConnected() ? copy : new DatagramPacket(copy, to)));
    }
  }

  private void receive(DatagramPacket packet) {
    byte[] data = new byte[packet.content().readableBytes()];
    packet.content().readBytes(data);
    packet.release();
    if (!life.isEnding() && peer.accepts(packet.sender())) {
      Guard.run("protocol", this, () -> protocol.datagramReceived(data, packet.sender()));
    }
  }

  private void refused() {
    if (!life.isEnding()) {
      Guard.run("protocol", this, protocol::connectionRefused);
    }
  }

  /** Returns {@code DatagramPort 127.0.0.1:53}. */
  @Override
  public String toString() {
    return "DatagramPort " + Addresses.show(address);
  }

  /** What Netty reports of a port. */
  private final class Events extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      receive((DatagramPacket) message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (cause instanceof PortUnreachableException) {
        loop.soon("refusal to", NettyDatagramPort.this, NettyDatagramPort.this::refused);
      }
    }
  }
}
