// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.bytes.Failures;
import dev.assay.fake.event.Chunking;
import dev.assay.pending.Belonging;
import dev.assay.pending.Ledger;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two protocols that are connected to each other, and whose every byte is in the test's hands.
 *
 * <pre>{@code
 * Wire wire = Wire.connect(new Client(), new Server());
 * wire.flush();
 * }</pre>
 *
 * <p>Nothing moves until the test says so. What one side writes stays with its {@link
 * StringTransport}, and counts as unsent, until it is delivered to the other; so a producer is
 * paused when too much waits, be it that the other side has paused or that the test holds the
 * direction. What a test takes from a transport itself never arrives.
 *
 * <p>A side that closes its connection is told of the end in the first round in which all it wrote
 * is delivered and its producer, if there is one, has unregistered. The other side sees the end of
 * the stream in that round too, unless it has paused or the direction is held. Aborting does not
 * wait: what was not delivered is lost, and the other side sees a reset. What arrives at a side
 * that has closed its connection goes nowhere, and if the connection is over there, a reset comes
 * back.
 *
 * <p>A protocol that throws loses its connection, as on a network. In a trial the error is logged;
 * outside, the method that moved things throws it when it is done, and those that came after it are
 * suppressed in it.
 *
 * <p>In a trial, a side counts as left behind if it has asked for an end that a producer holds
 * back, and so does a producer that is still registered. That a connection is open, or that
 * something is on its way, counts only in a strict trial: many a test ends in the middle of a
 * conversation.
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

  /** Connects two protocols, the client first; what they write then is pending. */
  public static Wire connect(Protocol client, Protocol server) {
    Wire wire = new Wire(client, server);
    return wire.drive(
        () -> {
          wire.client.open();
          wire.server.open();
          return wire;
        });
  }

  /** Cuts what is delivered from now on in this way, in both directions, and returns this. */
  public Wire chunking(Chunking policy) {
    Belonging.check(whose, "change");
    toServer.chunking(policy);
    toClient.chunking(policy);
    return this;
  }

  /**
   * Plays one round: delivers what each side has written before it, first the client's to the
   * server, then the server's to the client. An end follows in a round of its own.
   *
   * @return whether anything has moved
   */
  public boolean pump() {
    return drive(this::round);
  }

  /**
   * Pumps until nothing moves any more.
   *
   * @throws AssertionError if that takes more than 1000 rounds
   */
  public void flush() {
    flush(ROUNDS);
  }

  /**
   * Pumps until nothing moves any more.
   *
   * @throws AssertionError if that takes more than {@code limit} rounds
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
   * first, and what is pending is lost.
   *
   * @throws IllegalStateException if it is over already for both
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

  /** Returns whether nothing is on its way: no bytes, no end and no reset, held up or not. */
  public boolean isQuiet() {
    return toServer.isQuiet() && toClient.isQuiet();
  }

  /** Returns what is on its way from the client to the server. */
  public WireDirection toServer() {
    return toServer;
  }

  /** Returns what is on its way from the server to the client. */
  public WireDirection toClient() {
    return toClient;
  }

  /** Returns the client's end, to look at. */
  public StringTransport client() {
    return client.transport();
  }

  /** Returns the server's end, to look at. */
  public StringTransport server() {
    return server.transport();
  }

  /** Returns {@code Wire between client Pinger and server Ponger}. */
  @Override
  public String toString() {
    return "Wire between " + client + " and " + server;
  }

  /** Refuses a thread that may not change this. */
  void checkThread() {
    Belonging.check(whose, "change");
  }

  /** Does what the test wants, and then throws what went wrong on the way. */
  <T> T drive(Supplier<T> what) {
    Belonging.check(whose, "move things on");
    if (driven) {
      throw new IllegalStateException(
          "a protocol of this wire is being called; move things when it has returned");
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
