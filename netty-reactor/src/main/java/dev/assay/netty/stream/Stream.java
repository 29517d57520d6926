// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.netty.loop.Loop;
import dev.assay.netty.socket.Channels;
import dev.assay.pending.Remedy;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.Connection;
import dev.assay.reactor.rules.ConnectionEntry;
import dev.assay.reactor.rules.Guard;
import dev.assay.reactor.rules.ProducerEntry;
import dev.assay.reactor.rules.ProducerSlot;
import dev.assay.reactor.rules.StreamLifecycle;
import dev.assay.reactor.rules.StreamLifecycle.Request;
import dev.assay.tls.TlsOptions;
import dev.assay.tls.TlsSession;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection on a real network.
 *
 * <p>The rules of closing are those of {@link StreamLifecycle}. This class tells them what Netty
 * reports, and carries out through Netty what they decide.
 */
final class Stream implements Connection, ConnectionEntry.Made, Loop.Writing, Writer.Sent {
  static final String CLIENT = "client";
  static final String SERVER = "server";

  private final Streams streams;
  private final Loop loop;
  private final Channel channel;
  private final String side;
  private final SocketAddress host;
  private final SocketAddress peer;
  private final StreamLifecycle life = new StreamLifecycle(this, this::end);
  private final ProducerSlot producers;
  private final Writer writer;
  private final Reader reader;

  /** The options of TLS from the beginning, or null. */
  private @Nullable TlsOptions tlsFromStart;

  /** The server as the client knows it by name, or null. */
  private TlsLayer.@Nullable Server server;

  /** TLS on this connection, or null. */
  private @Nullable TlsLayer tls;

  private boolean flushing;
  private @Nullable ConnectionEntry entry;
  private Consumer<ConnectionClosedException> afterwards = reason -> {};

  /**
   * Creates an end that is not open yet.
   *
   * @param side {@link #CLIENT} or {@link #SERVER}
   */
  Stream(Streams streams, Channel channel, String side, SocketAddress host, SocketAddress peer) {
    this.streams = streams;
    this.loop = streams.loop();
    this.channel = channel;
    this.side = side;
    this.host = host;
    this.peer = peer;
    this.producers = new ProducerSlot(streams.highWaterMark());
    this.writer = new Writer(channel, this);
    this.reader = new Reader(this, channel);
    Ledger ledger = loop.ledger();
    if (ledger != null) {
      producers.report(producer -> new ProducerEntry(ledger, producer, this, true));
    }
  }

  /** Protects this connection by TLS from the beginning, if there are options. */
  Stream withTls(@Nullable TlsOptions options) {
    tlsFromStart = options;
    return this;
  }

  /** Records the destination for which the client has asked. */
  void askedFor(SocketAddress destination) {
    if (destination instanceof InetSocketAddress inet) {
      server = new TlsLayer.Server(inet.getHostString(), inet.getPort());
    }
  }

  @Override
  public void open(
      Protocol made, @Nullable ConnectionEntry line, Consumer<ConnectionClosedException> whenOver) {
    life.open(made);
    afterwards = whenOver;
    streams.add(this);
    entry = line;
    if (line != null) {
      line.tellOf(this);
    }
    trace("connected", "");
    channel.pipeline().addLast(new StreamEvents(this));
    if (tlsFromStart != null) {
      startTls(tlsFromStart);
    }
    guard(() -> made.makeConnection(new StreamTransport(this)));
    reader.start();
  }

  void write(byte[] data) {
    if (!life.isOver() && !life.isAborting() && !life.hasWriteEnded()) {
      writer.write(data);
      producers.kept(writer.kept());
      flushSoon();
    }
  }

  @Override
  public void close() {
    if (life.ask(Request.CLOSE)) {
      trace("loseConnection", "");
      reader.stop();
      flushSoon();
    }
  }

  void closeWrite() {
    if (life.ask(Request.WRITE_END)) {
      trace("loseWriteConnection", "");
      flushSoon();
    }
  }

  void startTls(TlsOptions options) {
    if (life.startTls()) {
      trace("startTls", options);
      writer.push(action -> soon("send of", action));
      tls = TlsLayer.begin(this, channel, options, side.equals(CLIENT), server);
      reader.startTls();
      if (life.hasEndArrived()) {
        soon("end of", this::inputEnded);
      }
    }
  }

  /** Called when the handshake is complete or has failed. */
  void handshakeEnded(@Nullable Throwable failure) {
    if (tls != null && failure != null) {
      tls.fail(failure);
    } else if (tls != null && !life.isOver()) {
      TlsSession session = tls.complete();
      trace("handshakeCompleted", session);
      guard(() -> life.completeHandshake(session));
      reader.handshakeCompleted();
    }
  }

  /** Called when the peer has closed TLS in an orderly way. */
  void peerClosed() {
    if (tls != null) {
      tls.peerClosed();
      reader.arriveEnd();
    }
  }

  /** Called when the peer's stream has ended. */
  void inputEnded() {
    if (tls == null) {
      reader.arriveEnd();
      return;
    }
    ConnectionLostException lost = tls.inputEnded();
    if (lost != null && !life.isOver()) {
      guard(() -> finish(lost, this::closeChannel));
    }
  }

  void abort() {
    if (life.ask(Request.ABORT)) {
      trace("abortConnection", "");
      reader.stop();
      loop.soon("abort of", this, () -> reset(life.requested()));
    }
  }

  @Override
  public void decline() {
    end(new ConnectionDoneException(this + " was declined by its factory"));
  }

  /** Ends this connection when its reactor stops. */
  void shutDown() {
    if (!life.isOver()) {
      end(new ConnectionLostException(this + " was lost: its reactor was stopped"));
    }
  }

  void register(PushProducer producer) {
    if (life.isOver()) {
      producer.stopProducing();
    } else {
      producers.register(producer);
    }
  }

  void register(PullProducer producer) {
    if (life.isOver()) {
      producer.stopProducing();
    } else {
      producers.register(producer);
      flushSoon();
    }
  }

  void unregister() {
    if (!life.isOver()) {
      producers.unregister();
      flushSoon();
    }
  }

  @Override
  public void flush() {
    flushing = false;
    if (life.isConnected() && !life.isAborting()) {
      writer.flush();
    }
  }

  @Override
  public void allSent() {
    if (life.isConnected() && !life.isAborting()) {
      guard(this::sent);
    }
  }

  private void sent() {
    if (!producers.resume() && writer.kept() == 0 && life.isEnding()) {
      endWrite();
      life.carryOut();
    }
  }

  @Override
  public void failed(Throwable cause) {
    broken(cause);
  }

  /** Called when the connection has broken. */
  void broken(Throwable cause) {
    if (!life.isOver()) {
      String how = this + " was lost: " + cause.getMessage();
      ConnectionLostException reason =
          tls == null ? new ConnectionLostException(how, cause) : tls.broken(cause);
      guard(() -> finish(reason, this::closeChannel));
    }
  }

  /** Ends the own stream: the peer sees its end. */
  private void endWrite() {
    if (!life.isClosing()) {
      loop.sockets().endOutput(channel);
    }
  }

  /** Ends this connection in an orderly way: the peer sees the end of the stream. */
  private void end(ConnectionClosedException reason) {
    life.endWrite();
    TlsLayer layer = tls;
    finish(reason, layer == null ? this::closeChannel : () -> layer.close(loop.sockets()));
  }

  /** Ends this connection; the peer sees a reset. */
  private void reset(ConnectionClosedException reason) {
    if (!life.isOver()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0); // so that close() resets
      finish(reason, tls == null ? this::closeChannel : tls::cut);
    }
  }

  private void finish(ConnectionClosedException reason, Runnable closing) {
    life.markOver(reason);
    writer.close();
    reader.close();
    closing.run();
    streams.remove(this);
    if (entry != null) {
      entry.settle();
    }
    Guard.run("producer", this, producers::stop);
    Protocol ended = life.protocol();
    if (ended != null) {
      trace("connectionLost", reason.getClass().getSimpleName());
      Guard.run("protocol", this, () -> ended.endConnection(reason));
      afterwards.accept(reason);
    }
  }

  private void closeChannel() {
    Channels.ignore(channel.close());
  }

  private void flushSoon() {
    if (!flushing && life.isConnected()) {
      flushing = true;
      loop.flushSoon(this);
    }
  }

  /** Runs an action of this connection in a separate event. */
  void soon(String what, Runnable action) {
    loop.soon(what, this, () -> guard(action));
  }

  /** Runs code of the protocol; the connection is lost if it throws. */
  void guard(Runnable action) {
    life.guard(action, Errors::log);
  }

  StreamLifecycle life() {
    return life;
  }

  Reader reader() {
    return reader;
  }

  Channel channel() {
    return channel;
  }

  Loop loop() {
    return loop;
  }

  SocketAddress host() {
    return host;
  }

  @Override
  public SocketAddress peer() {
    return peer;
  }

  @Override
  public String describe() {
    long unsent = writer.kept();
    String state = life.isAborting() ? "aborting" : life.isClosing() ? "closing" : "open";
    return state
        + (life.isInHandshake() ? ", in the handshake of TLS" : "")
        + (unsent == 0 ? "" : ", " + unsent + " bytes unsent");
  }

  @Override
  public @Nullable Remedy remedy() {
    return life.isClosing() ? Remedy.of("wait until it is closed, or abortConnection()") : null;
  }

  private void trace(String kind, Object detail) {
    loop.trace(kind, this, detail);
  }

  /** Returns {@code client 127.0.0.1:49152 -> 127.0.0.1:80}. */
  @Override
  public String toString() {
    return side + " " + Addresses.show(host) + " -> " + Addresses.show(peer);
  }
}
