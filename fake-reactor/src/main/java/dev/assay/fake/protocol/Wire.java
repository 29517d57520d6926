// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.bytes.Failures;
import dev.assay.fake.event.Chunking;
import dev.assay.ledger.Belonging;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection between two protocols that gives the test control of every byte.
 *
 * <pre>{@code
 * Wire wire = Wire.connect(new Client(), new Server());
 * wire.flush();
 * }</pre>
 *
 * <p>Nothing moves until the test moves it. Bytes that one side writes stay with its {@link
 * StringTransport}, and count as unsent, until they are delivered to the other side. A producer is
 * therefore paused when too many bytes wait, either because the other side has paused or because
 * the test holds the direction. Bytes that a test takes directly from a transport never arrive.
 *
 * <p>A side that closes its connection is notified of the end in the first round in which all its
 * bytes are delivered and its producer, if there is one, has unregistered. The other side sees the
 * end of the stream in the same round, unless it has paused or the direction is held. Aborting does
 * not wait: bytes that were not delivered are lost, and the other side sees a reset. Bytes that
 * arrive at a side that has closed its connection are discarded, and if the connection is over
 * there, a reset is sent back.
 *
 * <p>A protocol that throws loses its connection, as on a network. In a trial the error is logged.
 * Outside a trial, the method that moved the bytes throws the error when it is done; later errors
 * are suppressed in it.
 *
 * <p>In a trial, a side counts as left behind if it has requested an end that a producer holds
 * back, and so does a producer that is still registered. An open connection, or bytes on their way,
 * count only in a strict trial, because many tests end in the middle of a conversation.
 *
 * @since 0.1
 */
public final class Wire {
  private static final int ROUNDS = 1_000;

  private final @Nullable Ledger ledger = Ledger.current();
  private final Failures failures = new Failures();
  private final @Nullable Belonging whose = Belonging.of(this);
  private final WireSide client;
  private final WireSide server;
  private final WireDirection toServer;
  private final WireDirection toClient;
  private boolean driven;

  private Wire(Protocol client, Protocol server) {
    this.client = new WireSide("client", client, this::report);
    this.server = new WireSide("server", server, this::report);
    this.toServer = new WireDirection(this, this.client, this.server);
    this.toClient = new WireDirection(this, this.server, this.client);
    SocketAddress clientAddress = client().host();
    SocketAddress serverAddress = client().peer();
    server().withAddresses(serverAddress, clientAddress);
  }

  /**
   * Connects two protocols, the client first. The bytes that they write during this are pending.
   */
  public static Wire connect(Protocol client, Protocol server) {
    Wire wire = new Wire(client, server);
    return wire.drive(
        () -> {
          wire.client.open();
          wire.server.open();
          return wire;
        });
  }

  /** Sets the chunking of all later deliveries, in both directions, and returns this wire. */
  public Wire chunking(Chunking policy) {
    Belonging.check(whose, "change");
    toServer.chunking(policy);
    toClient.chunking(policy);
    return this;
  }

  /**
   * Runs one round: delivers the bytes that each side has written before the round, first from the
   * client to the server, then from the server to the client. An end follows in a separate round.
   *
   * @return whether anything has moved
   */
  public boolean pump() {
    return drive(this::round);
  }

  /**
   * Pumps until nothing moves any more.
   *
   * @throws AssertionError if this takes more than 1000 rounds
   */
  public void flush() {
    flush(ROUNDS);
  }

  /**
   * Pumps until nothing moves any more.
   *
   * @throws AssertionError if this takes more than {@code limit} rounds
   */
  public void flush(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be positive: " + limit);
    }
    drive(
        () -> {
          for (int i = 0; i < limit && !isIdle(); i++) {
            round();
          }
          if (!isIdle()) {
            throw new AssertionError(
                """
                the wire is not at rest after %d rounds
                  %s
                  %s\
                """
                    .formatted(limit, toServer, toClient));
          }
          return this;
        });
  }

  /**
   * Breaks the connection, as when the network resets it: both sides lose it at once, the client
   * first, and pending bytes are lost.
   *
   * @throws IllegalStateException if the connection is already over for both sides
   */
  public void reset() {
    drive(
        () -> {
          if (client.isOver() && server.isOver()) {
            throw new IllegalStateException(
                "the connection is over for both sides; reset it before that");
          }
          client.lose(" was reset");
          server.lose(" was reset");
          return this;
        });
  }

  /** Returns whether nothing is on its way: no bytes, no end and no reset, whether held or not. */
  public boolean isQuiet() {
    return toServer.isQuiet() && toClient.isQuiet();
  }

  /** Returns the direction from the client to the server. */
  public WireDirection toServer() {
    return toServer;
  }

  /** Returns the direction from the server to the client. */
  public WireDirection toClient() {
    return toClient;
  }

  /** Returns the client's end, for inspection. */
  public StringTransport client() {
    return client.transport();
  }

  /** Returns the server's end, for inspection. */
  public StringTransport server() {
    return server.transport();
  }

  /** Returns {@code Wire between client Pinger and server Ponger}. */
  @Override
  public String toString() {
    return "Wire between " + client + " and " + server;
  }

  /** Rejects a thread that must not change this wire. */
  void checkThread() {
    Belonging.check(whose, "change");
  }

  /** Runs an operation of the test, and then throws the errors that occurred during it. */
  <T> T drive(Supplier<T> what) {
    Belonging.check(whose, "move bytes on");
    if (driven) {
      throw new IllegalStateException(
          "a protocol of this wire is being called; move bytes when it has returned");
    }
    driven = true;
    T result;
    try {
      result = what.get();
    } catch (Throwable error) {
      throw failures.fail(error);
    } finally {
      driven = false;
    }
    failures.raise();
    return result;
  }

  private boolean round() {
    toServer.beginRound();
    toClient.beginRound();
    boolean moved = toServer.move();
    return toClient.move() || moved;
  }

  private boolean isIdle() {
    return toServer.isIdle() && toClient.isIdle();
  }

  private void report(String what, Throwable error) {
    if (ledger == null) {
      failures.add(error);
    } else {
      ledger.logError(what, error);
    }
  }
}
