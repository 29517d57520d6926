// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.assay.contract.rig.Rig;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.HandshakeListener;
import dev.assay.protocol.Protocol;
import dev.assay.tls.TlsSession;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A protocol that records its events, and then does what the check wants.
 *
 * @since 0.1
 */
public sealed class Peer extends Protocol implements HandshakeListener permits HalfPeer {
  private final Rig rig;
  private final String name;
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final List<byte[]> chunks = Collections.synchronizedList(new ArrayList<>());
  private final List<TlsSession> handshakes = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private volatile @Nullable ConnectionClosedException reason;
  private volatile boolean made;
  private Consumer<Peer> onMade = peer -> {};
  private BiConsumer<Peer, byte[]> onData = (peer, data) -> {};
  private Consumer<Peer> onHandshake = peer -> {};
  private Consumer<Peer> onLost = peer -> {};

  Peer(Rig rig, String name) {
    this.rig = rig;
    this.name = name;
  }

  /** Sets what is done when the connection is made. */
  public Peer onMade(Consumer<Peer> action) {
    onMade = action;
    return this;
  }

  /** Sets what is done when bytes are received. */
  public Peer onData(BiConsumer<Peer, byte[]> action) {
    onData = action;
    return this;
  }

  /** Sets what is done when TLS protects the connection. */
  public Peer onHandshake(Consumer<Peer> action) {
    onHandshake = action;
    return this;
  }

  /** Sets what is done when the connection is lost. */
  public Peer onLost(Consumer<Peer> action) {
    onLost = action;
    return this;
  }

  @Override
  protected void connectionMade() {
    note("made");
    made = true;
    onMade.accept(this);
  }

  @Override
  public void handshakeCompleted(TlsSession session) {
    rig.trace(name + " completed a handshake");
    handshakes.add(session);
    onHandshake.accept(this);
  }

  @Override
  public void dataReceived(byte[] data) {
    if (events.isEmpty() || !events.get(events.size() - 1).equals("data")) {
      events.add("data");
    }
    rig.trace(name + " got " + data.length + " bytes");
    chunks.add(data);
    received.writeBytes(data);
    onData.accept(this, data);
  }

  @Override
  protected void connectionLost(ConnectionClosedException ended) {
    note("lost " + ended.getClass().getSimpleName());
    reason = ended;
    onLost.accept(this);
  }

  /** Writes text. Like all of the transport, to be called on the reactor's thread. */
  public void write(String text) {
    transport().write(text.getBytes(ISO_8859_1));
  }

  /** Closes the connection. */
  public void lose() {
    transport().loseConnection();
  }

  /** Aborts the connection. */
  public void abort() {
    transport().abortConnection();
  }

  /** Returns whether the connection was made. */
  public boolean isMade() {
    return made;
  }

  /** Returns whether the connection was lost. */
  public boolean isLost() {
    return reason != null;
  }

  /** Returns why the connection was lost. It must have been lost. */
  public ConnectionClosedException reason() {
    return requireNonNull(reason, name + " is not lost");
  }

  /** Returns the recorded events, such as {@code [made, data, lost ConnectionDoneException]}. */
  public List<String> events() {
    return List.copyOf(events);
  }

  /** Returns the outcome of each handshake. */
  public List<TlsSession> handshakes() {
    return List.copyOf(handshakes);
  }

  /** Returns the received arrays, as they were delivered. */
  public List<byte[]> chunks() {
    return List.copyOf(chunks);
  }

  /** Returns the number of bytes received. */
  public int received() {
    return received.size();
  }

  /** Returns the bytes received. */
  public byte[] bytes() {
    return received.toByteArray();
  }

  /** Returns the bytes received, as text. */
  public String text() {
    return received.toString(ISO_8859_1);
  }

  final void note(String event) {
    events.add(event);
    rig.trace(name + " " + event);
  }
}
