// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.bytes.Inbox;
import dev.assay.fake.bytes.Outbox;
import dev.assay.fake.bytes.Size;
import dev.assay.fake.timeline.Event;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Remedy;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.TlsFailedException;
import dev.assay.reactor.rules.Connection;
import dev.assay.reactor.rules.ConnectionEntry;
import dev.assay.reactor.rules.Guard;
import dev.assay.reactor.rules.StreamLifecycle;
import dev.assay.reactor.rules.StreamLifecycle.Request;
import dev.assay.tls.TlsOptions;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The implementation of one end of a connection in memory.
 *
 * <p>Written bytes are kept in the {@link Outbox}. In the network phase of a turn, the {@link
 * Sender} puts them on its {@link Path}. At the other end they wait in the {@link Inbox} until the
 * {@link Receiver} passes them to the protocol. Ends of streams and resets take the same path, so
 * they arrive in order. No request of the protocol calls it back: each consequence of a request is
 * a separate event.
 *
 * @since 0.1
 */
public final class StreamEnd implements Connection, ConnectionEntry.Made {
  private final Network network;
  private final Owner owner;
  private final SocketAddress host;
  private final SocketAddress peer;
  private final StreamLifecycle life;
  private final Sender sender;
  private final Receiver receiver;
  private final String name;
  private final Runnable release;

  private boolean client;

  /** The host that the client has asked for, or null. */
  private @Nullable String askedHost;

  /** The options of TLS from the beginning, or null. */
  private @Nullable TlsOptions tlsFromStart;

  /** TLS at this end, or null. */
  private @Nullable TlsEnd tls;

  private @Nullable StreamEnd other;
  private @Nullable ConnectionEntry entry;
  private Consumer<ConnectionClosedException> afterwards = reason -> {};

  /**
   * Creates an end that is not open yet.
   *
   * @param release releases the host's resources that this end has taken, when the connection is
   *     over
   */
  StreamEnd(
      Network network,
      Owner owner,
      String name,
      SocketAddress host,
      SocketAddress peer,
      Runnable release) {
    this.network = network;
    this.owner = owner;
    this.host = host;
    this.peer = peer;
    this.name = name;
    this.release = release;
    this.life = new StreamLifecycle(name, this::end);
    this.sender = new Sender(this, network.highWaterMark());
    this.receiver = new Receiver(this, network);
  }

  /** Joins two ends into a connection. */
  static void join(StreamEnd client, StreamEnd server) {
    client.other = server;
    server.other = client;
    client.client = true;
  }

  /** Protects this connection by TLS from the beginning, if there are options. */
  StreamEnd withTls(@Nullable TlsOptions options) {
    tlsFromStart = options;
    return this;
  }

  /** Records the destination for which the client has asked. */
  void askedFor(SocketAddress destination) {
    if (destination instanceof InetSocketAddress inet) {
      askedHost = inet.getHostString();
    }
  }

  @Override
  public void open(
      Protocol made, @Nullable ConnectionEntry line, Consumer<ConnectionClosedException> whenOver) {
    life.open(made);
    afterwards = whenOver;
    owner.remember(this);
    entry = line;
    if (line != null) {
      line.tellOf(this);
    }
    trace("connected", "");
    if (tlsFromStart != null) {
      startTls(tlsFromStart);
    }
    guard(() -> made.makeConnection(new FakeTransport(this)));
    receiver.arm();
  }

  void write(byte[] data) {
    if (!life.isOver() && !life.isAborting() && !life.hasWriteEnded()) {
      trace("write", new Size(data.length));
      sender.write(data);
    }
  }

  @Override
  public void close() {
    if (life.ask(Request.CLOSE)) {
      trace("loseConnection", "");
      sender.arm();
    }
  }

  void closeWrite() {
    if (life.ask(Request.WRITE_END)) {
      trace("loseWriteConnection", "");
      sender.arm();
    }
  }

  void startTls(TlsOptions options) {
    if (life.startTls()) {
      trace("startTls", "");
      TlsEnd begun = new TlsEnd(this, options);
      tls = begun;
      sender.arm();
      receiver.startTls(begun);
    }
  }

  /** Called when the greeting of a client has arrived. */
  void greetedBy(TlsEnd greeting) {
    receiver.arriveGreeting(greeting);
  }

  /** Ends this connection, whose peer has started TLS while this side has not. */
  void breakByGreeting() {
    breakTls(
        new TlsFailedException(this + " was lost: the peer has started TLS, and this side has not"),
        new TlsFailedException(other() + " was lost: the peer has not started TLS"));
  }

  /** Ends this connection at both ends, each for its own reason. */
  void breakTls(ConnectionLostException here, ConnectionLostException there) {
    if (!life.isOver()) {
      StreamEnd told = other();
      life.endWrite();
      transmit("alert to", () -> told.arriveAlert(there));
      finish(here);
    }
  }

  /** Ends this connection as if somebody between the hosts had closed both of its streams. */
  public void truncate() {
    if (life.hasTls()) {
      breakTls(truncated(this), truncated(other()));
    } else if (!life.isOver()) {
      end(new ConnectionDoneException(this + " was closed by the peer"));
    }
  }

  private static ConnectionLostException truncated(StreamEnd end) {
    return new ConnectionLostException(
        end + " was lost: the peer ended it without closing TLS, so bytes may be missing");
  }

  private void arriveAlert(ConnectionLostException reason) {
    if (!life.isOver()) {
      finish(reason);
    }
  }

  void abort() {
    if (life.ask(Request.ABORT)) {
      trace("abortConnection", "");
      soon("abort of", () -> breakOff(life.requested()));
    }
  }

  @Override
  public void decline() {
    end(new ConnectionDoneException(this + " was declined by its factory"));
  }

  /** Ends this connection as if the network had reset it. */
  public void reset() {
    breakOff(new ConnectionLostException(this + " was reset"));
  }

  /**
   * Notifies the peer, which still sends, that this connection is over. A host that is down
   * notifies no one.
   */
  void refuse() {
    if (!owner.isDown()) {
      sender.sendReset();
    }
  }

  /** Ends this connection when its reactor stops. */
  void shutDown(ConnectionLostException reason) {
    if (!life.isOver()) {
      end(reason);
    }
  }

  /** Ends this connection in an orderly way: the peer sees the end of the stream. */
  void end(ConnectionClosedException reason) {
    sender.sendEnd();
    finish(reason);
  }

  private void breakOff(ConnectionClosedException reason) {
    if (!life.isOver()) {
      sender.sendReset();
      finish(reason);
    }
  }

  /** Ends this connection without notifying anyone, as when the host goes down. */
  void vanish() {
    life.markOver(new ConnectionLostException(this + " was lost: its host is down"));
    release.run();
    sender.outbox().producers().settle();
    if (entry != null) {
      entry.settle();
    }
  }

  /** Ends this connection for its own protocol only: the peer finds out when it sends something. */
  public void forget(ConnectionLostException reason) {
    if (!life.isOver()) {
      finish(reason);
    }
  }

  /** Returns whether the other end is on a host. */
  boolean isWith(Host host) {
    return other().owner.equals(host);
  }

  /** Runs an action of the network on this end in a separate event. */
  void soon(String what, Runnable action) {
    network.soon(new Event(what, this, () -> guard(action)));
  }

  /** Runs code of the protocol; the connection is lost if it throws. */
  void guard(Runnable action) {
    life.guard(action, Errors::log);
  }

  void finish(ConnectionClosedException reason) {
    life.markOver(reason);
    receiver.close();
    owner.forget(this);
    release.run();
    if (entry != null) {
      entry.settle();
    }
    Guard.run("producer", this, sender.outbox()::close);
    Protocol ended = life.protocol();
    if (ended != null) {
      trace("connectionLost", reason.getClass().getSimpleName());
      Guard.run("protocol", this, () -> ended.endConnection(reason));
      afterwards.accept(reason);
    }
  }

  @Override
  public String describe() {
    return ConnectionState.describe(this);
  }

  @Override
  public @Nullable Remedy remedy() {
    return ConnectionState.remedy(this);
  }

  /** Returns the lifecycle of this end. */
  StreamLifecycle life() {
    return life;
  }

  Sender sender() {
    return sender;
  }

  Receiver receiver() {
    return receiver;
  }

  /** Returns TLS at this end, or null if it has not begun. */
  @Nullable TlsEnd tls() {
    return tls;
  }

  boolean isClient() {
    return client;
  }

  /** Returns the host that the client has asked for, or null. */
  @Nullable String askedHost() {
    return askedHost;
  }

  /** Sends something without bytes to the other end, after everything that was sent before. */
  void transmit(String what, Runnable arrival) {
    sender.transmit(what, 0, arrival);
  }

  SocketAddress host() {
    return host;
  }

  @Override
  public SocketAddress peer() {
    return peer;
  }

  StreamEnd other() {
    if (other == null) {
      throw new AssertionError(this + " has no other end; please report this");
    }
    return other;
  }

  Path path() {
    return network.path(owner, other().owner);
  }

  @Nullable Ledger ledger() {
    return network.ledger();
  }

  void checkThread(String what) {
    network.checkThread(what);
  }

  void checkRequest(String what) {
    network.checkRequest(what);
  }

  void trace(String kind, Object detail) {
    network.trace(owner, kind, this, detail);
  }

  /** Returns {@code client 127.0.0.1:49152 -> 127.0.0.1:80}. */
  @Override
  public String toString() {
    return name;
  }

  /** A host, as seen by the ends of connections on it. */
  interface Owner extends Host {
    /** Records an end that has been given to a protocol. */
    void remember(StreamEnd end);

    /** Removes an end that is over. */
    void forget(StreamEnd end);
  }
}
