// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.bytes.Bytes;
import dev.assay.fake.bytes.Outbox;
import dev.assay.fake.bytes.SocketOptions;
import dev.assay.ledger.Belonging;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.StreamLifecycle.Request;
import dev.assay.time.ReactorTime;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transport without a network: it records the bytes that are written, and a test examines them.
 *
 * <p>The test plays the network. It makes the connection with {@link #connect}, feeds the protocol
 * with {@link Protocol#dataReceived}, takes the written bytes with {@link #takeAll()}, and ends the
 * connection with {@link #endConnection}. Taken bytes count as sent: a producer that was paused
 * resumes.
 *
 * <p>A protocol that closes its connection is notified of the end as {@link Disconnection}
 * specifies: on the next turn of the clock that the transport was created with, or not at all if
 * there was none. Bytes that it writes before the notification are kept; bytes that it writes
 * afterwards are lost.
 *
 * <p>In a trial, a connection made by {@link #connect} is pending until it is over. A connection
 * whose end is never reported to the protocol is not pending, because the protocol can do nothing
 * about it.
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

  /** Creates a transport without a clock, which never ends a connection by itself. */
  public StringTransport() {
    name = "StringTransport";
    connection = new StringConnection(this, null, outbox);
  }

  /** Creates a transport that notifies its protocol of the end on the next turn of a clock. */
  public StringTransport(ReactorTime time) {
    name = "StringTransport";
    connection = new StringConnection(this, requireNonNull(time, "time"), outbox);
  }

  /** Creates one end of a {@link Wire}, which notifies the protocol of the end. */
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
   * Sets when the protocol is notified that the connection is over, and returns this transport.
   *
   * @throws IllegalStateException if that requires a clock and there is none, or if the connection
   *     is already made
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

  /** Permits pausing and resuming this transport while it is being closed, and returns it. */
  public StringTransport lenient() {
    Belonging.check(whose, "change");
    intake.relent();
    return this;
  }

  /**
   * Makes the connection of a protocol, and returns the protocol.
   *
   * @throws IllegalStateException if the connection is already made, or over
   */
  public <P extends Protocol> P connect(P protocol) {
    Belonging.check(whose, "connect");
    connection.open(protocol);
    return protocol;
  }

  /**
   * Ends the connection as this side has requested, in an orderly way or as aborted. The protocol
   * is notified before this method returns.
   *
   * @throws IllegalStateException if this side has made no such request, or if the connection is
   *     already over
   */
  public void endConnection() {
    Belonging.check(whose, "end the connection of");
    connection.end();
  }

  /**
   * Ends the connection, as when the other side closes it or the network fails. The protocol is
   * notified before this method returns.
   *
   * @throws IllegalStateException if the connection is already over
   */
  public void endConnection(ConnectionClosedException reason) {
    Belonging.check(whose, "end the connection of");
    connection.end(reason);
  }

  /** Returns the bytes that were written and not taken. */
  public byte[] value() {
    return Bytes.join(outbox.pieces());
  }

  /** Returns the bytes that were written and not taken, as text. */
  public String value(Charset charset) {
    return new String(value(), charset);
  }

  /**
   * Returns the bytes that were written and not taken, write by write; empty writes are omitted.
   */
  public List<byte[]> writes() {
    return outbox.pieces();
  }

  /** Returns the bytes that were written and not taken, as texts, write by write. */
  public List<String> writes(Charset charset) {
    return outbox.pieces().stream().map(piece -> new String(piece, charset)).toList();
  }

  /** Takes the written bytes, as a network that sends them does. */
  public byte[] takeAll() {
    Belonging.check(whose, "take what was written to");
    byte[] taken = value();
    clear();
    return taken;
  }

  /** Takes the written bytes, as text. */
  public String takeAll(Charset charset) {
    return new String(takeAll(), charset);
  }

  /** Discards the written bytes, which count as taken. */
  public void clear() {
    Belonging.check(whose, "clear");
    outbox.clear();
    outbox.producers().resume();
  }

  /** Returns the state of the connection. */
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
    return connection.life().isWriteEnding();
  }

  /** Returns whether a producer is registered. */
  public boolean hasProducer() {
    return !outbox.producers().isEmpty();
  }

  /**
   * Returns the last request of the protocol to this transport as the producer of the data that the
   * protocol receives.
   */
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
    connection.request(Request.CLOSE);
  }

  @Override
  public void loseWriteConnection() {
    Belonging.check(whose, "close");
    connection.request(Request.WRITE_END);
  }

  @Override
  public void abortConnection() {
    Belonging.check(whose, "abort");
    connection.request(Request.ABORT);
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
      outbox.producers().register(producer);
    }
  }

  @Override
  public void registerProducer(PullProducer producer) {
    Belonging.check(whose, "register a producer with");
    if (connection.life().isOver()) {
      producer.stopProducing();
    } else {
      outbox.producers().register(producer);
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
   * @throws IllegalStateException if this transport was stopped, or is being closed and is not
   *     lenient
   */
  @Override
  public void pauseProducing() {
    Belonging.check(whose, "pause");
    intake.pause(isDisconnecting());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if this transport was stopped, or is being closed and is not
   *     lenient
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
