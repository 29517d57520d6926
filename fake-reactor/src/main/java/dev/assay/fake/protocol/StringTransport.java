// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.bytes.Addresses;
import dev.assay.fake.bytes.Bytes;
import dev.assay.fake.bytes.Outbox;
import dev.assay.fake.bytes.SocketOptions;
import dev.assay.pending.Belonging;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import dev.assay.time.ReactorTime;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transport with nothing behind it: it keeps what is written, and a test looks at that.
 *
 * <p>The test plays the network. It makes the connection with {@link #connect}, feeds the protocol
 * with {@link Protocol#dataReceived}, takes what was written with {@link #takeAll()}, and ends the
 * connection with {@link #endConnection}. Taking counts as sending: a producer that was held back
 * goes on.
 *
 * <p>A protocol that closes its connection is told of the end as {@link Disconnection} says: on the
 * next turn of the clock that the transport was made with, or not at all if there was none. What it
 * writes before that is kept, what it writes after that is lost.
 *
 * <p>In a trial, a connection that {@link #connect} made is pending until it is over. One whose end
 * is never told is not, for the protocol can do nothing about it.
 *
 * @since 0.1
 */
public final class StringTransport implements Transport {
  private static final int HIGH_WATER_MARK = 65_536;

  private final Outbox outbox = new Outbox(HIGH_WATER_MARK);
  private final SocketOptions options = new SocketOptions();
  private final StringConnection connection;
  private final Intake intake = new Intake();
  private final String name;
  private final @Nullable Belonging whose = Belonging.of(this);
  private SocketAddress host = new InetSocketAddress(Addresses.ipv4(10, 0, 0, 1), 12_345);
  private SocketAddress peer = new InetSocketAddress(Addresses.ipv4(192, 168, 1, 1), 54_321);

  /** Makes a transport without a clock, which never tells of the end by itself. */
  public StringTransport() {
    name = "StringTransport";
    connection = new StringConnection(this, null, outbox);
  }

  /** Makes a transport that tells of the end on the next turn of a clock. */
  public StringTransport(ReactorTime time) {
    name = "StringTransport";
    connection = new StringConnection(this, requireNonNull(time, "time"), outbox);
  }

  /** Makes one end of a {@link Wire}, which tells of the end itself. */
  StringTransport(String name) {
    this.name = name;
    connection = new StringConnection(this, null, outbox);
    connection.driveByWire();
    intake.relent();
  }

  StringConnection connection() {
    return connection;
  }

  /**
   * Sets when the protocol is told that the connection is over, and returns this transport.
   *
   * @throws IllegalStateException if there is no clock that it takes, or the connection is made
   */
  public StringTransport withDisconnection(Disconnection moment) {
    Belonging.check(whose, "change");
    connection.tell(moment);
    return this;
  }

  /** Sets the addresses of both sides, and returns this transport. */
  public StringTransport withAddresses(SocketAddress host, SocketAddress peer) {
    Belonging.check(whose, "change");
    this.host = requireNonNull(host, "host");
    this.peer = requireNonNull(peer, "peer");
    return this;
  }

  /** Allows to pause and resume this while it is being closed, and returns it. */
  public StringTransport lenient() {
    Belonging.check(whose, "change");
    intake.relent();
    return this;
  }

  /**
   * Makes the connection of a protocol, and returns the protocol.
   *
   * @throws IllegalStateException if the connection is made already, or over
   */
  public <P extends Protocol> P connect(P protocol) {
    Belonging.check(whose, "connect");
    connection.open(protocol);
    return protocol;
  }

  /**
   * Ends the connection as this side has asked, in good order or as aborted; the protocol is told
   * before this returns.
   *
   * @throws IllegalStateException if this side has not asked, or the connection is over already
   */
  public void endConnection() {
    Belonging.check(whose, "end the connection of");
    connection.end();
  }

  /**
   * Ends the connection, as when the other side closes it or the network breaks; the protocol is
   * told before this returns.
   *
   * @throws IllegalStateException if it is over already
   */
  public void endConnection(ConnectionClosedException reason) {
    Belonging.check(whose, "end the connection of");
    connection.end(reason);
  }

  /** Returns what was written and not taken. */
  public byte[] value() {
    return Bytes.join(outbox.pieces());
  }

  /** Returns what was written and not taken, as text. */
  public String value(Charset charset) {
    return new String(value(), charset);
  }

  /** Returns what was written and not taken, write by write; a write of nothing is none. */
  public List<byte[]> writes() {
    return outbox.pieces();
  }

  /** Returns what was written and not taken as texts, write by write. */
  public List<String> writes(Charset charset) {
    return outbox.pieces().stream().map(piece -> new String(piece, charset)).toList();
  }

  /** Takes what was written, as a network does that sends it. */
  public byte[] takeAll() {
    Belonging.check(whose, "take what was written to");
    byte[] taken = value();
    clear();
    return taken;
  }

  /** Takes what was written, as text. */
  public String takeAll(Charset charset) {
    return new String(takeAll(), charset);
  }

  /** Takes what was written, and forgets it. */
  public void clear() {
    Belonging.check(whose, "clear");
    outbox.clear();
    outbox.resume();
  }

  /** Returns what has become of the connection. */
  public TransportState state() {
    return connection.state();
  }

  /** Returns whether this side has closed or aborted the connection. */
  public boolean isDisconnecting() {
    return connection.life().isClosing();
  }

  /** Returns whether this side has aborted the connection. */
  public boolean isAborting() {
    return connection.life().isAborting();
  }

  /** Returns whether this side has ended its own stream. */
  public boolean isWriteDisconnecting() {
    return connection.life().isWriteEndAsked();
  }

  /** Returns whether a producer is registered. */
  public boolean hasProducer() {
    return outbox.hasProducer();
  }

  /** Returns what the protocol has asked of this as the producer of what it receives. */
  public ProducerState producerState() {
    return intake.state();
  }

  @Override
  public void write(byte[] data) {
    Belonging.check(whose, "write to");
    if (connection.takesWrites()) {
      outbox.add(data);
    }
  }

  @Override
  public void writeSequence(List<byte[]> pieces) {
    write(Bytes.join(pieces));
  }

  @Override
  public void loseConnection() {
    Belonging.check(whose, "close");
    connection.close();
  }

  @Override
  public void loseWriteConnection() {
    Belonging.check(whose, "close");
    connection.closeWrite();
  }

  @Override
  public void abortConnection() {
    Belonging.check(whose, "abort");
    connection.abort();
  }

  @Override
  public boolean isConnected() {
    return state() == TransportState.OPEN;
  }

  @Override
  public void registerProducer(PushProducer producer) {
    Belonging.check(whose, "register a producer with");
    if (connection.life().isOver()) {
      producer.stopProducing();
    } else {
      outbox.register(producer);
      connection.registered(producer);
    }
  }

  @Override
  public void registerProducer(PullProducer producer) {
    Belonging.check(whose, "register a producer with");
    if (connection.life().isOver()) {
      producer.stopProducing();
    } else {
      outbox.register(producer);
      connection.registered(producer);
    }
  }

  @Override
  public void unregisterProducer() {
    Belonging.check(whose, "unregister the producer of");
    connection.unregister();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if this was stopped, or is being closed and not lenient
   */
  @Override
  public void pauseProducing() {
    Belonging.check(whose, "pause");
    intake.pause(isDisconnecting());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if this was stopped, or is being closed and not lenient
   */
  @Override
  public void resumeProducing() {
    Belonging.check(whose, "resume");
    intake.resume(isDisconnecting());
  }

  @Override
  public void stopProducing() {
    Belonging.check(whose, "stop");
    intake.stop();
    connection.stopReceiving();
  }

  @Override
  public SocketAddress host() {
    return host;
  }

  @Override
  public SocketAddress peer() {
    return peer;
  }

  @Override
  public <T> void setOption(SocketOption<T> option, T value) {
    Belonging.check(whose, "change");
    options.set(option, value);
  }

  @Override
  public <T> T option(SocketOption<T> option) {
    return options.get(option);
  }

  /** Returns {@code StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321}. */
  @Override
  public String toString() {
    return name + " " + Addresses.show(host) + " -> " + Addresses.show(peer);
  }
}
