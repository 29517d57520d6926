// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.bytes.Outbox;
import dev.assay.ledger.Display;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import dev.assay.reactor.rules.StreamLifecycle;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One side of a {@link Wire}: its protocol, its transport, and the handling of what arrives. */
final class WireSide {
  private final String role;
  private final Protocol protocol;
  private final StringTransport transport;
  private final StringConnection connection;
  private final StreamLifecycle life;
  private final BiConsumer<String, Throwable> failures;
  private boolean refusing;

  /**
   * Creates a side that is not connected.
   *
   * @param failures receives the name of the code that failed, and the exception
   */
  WireSide(String role, Protocol protocol, BiConsumer<String, Throwable> failures) {
    this.role = role;
    this.protocol = protocol;
    this.transport = new StringTransport(role);
    this.connection = transport.connection();
    this.life = connection.life();
    this.failures = failures;
  }

  StringTransport transport() {
    return transport;
  }

  Outbox outbox() {
    return connection.outbox();
  }

  void open() {
    guard(() -> transport.connect(protocol));
  }

  boolean isOver() {
    return life.isOver();
  }

  /** Returns the number of bytes on their way from this side. */
  int unsent() {
    return life.isOver() || life.isAborting() ? 0 : outbox().size();
  }

  /**
   * Returns whether bytes and the end of a stream can arrive. They can also arrive where they are
   * discarded.
   */
  boolean isReceiving() {
    return transport.producerState() != ProducerState.PAUSED || life.isClosing() || life.isOver();
  }

  /**
   * Returns whether this side has requested an end, and has sent everything that comes before it.
   */
  boolean isReadyToEnd() {
    return connection.isReadyAndSent();
  }

  /** Ends what this side has requested to end. */
  void end() {
    guard(connection::proceed);
  }

  /** Returns how the stream from this side has ended, as the other side is to see it. */
  WireEnd ended() {
    if (connection.takesWrites()) {
      return WireEnd.NONE;
    }
    return isBroken(life.reason()) ? WireEnd.RESET : WireEnd.FIN;
  }

  /**
   * Returns whether bytes arrived after the connection was over on this side, so that a reset
   * answers them.
   */
  boolean isRefusing() {
    return refusing;
  }

  /** Returns whether the end of the stream from the other side has arrived. */
  boolean hasEndArrived() {
    return life.hasEndArrived();
  }

  /** Receives bytes from the other side. */
  void receive(byte[] chunk) {
    if (life.isOver()) {
      refusing = true;
    } else if (!life.isClosing()) {
      guard(() -> protocol.dataReceived(chunk));
    }
  }

  /** Called when the other side sends no more. */
  void receiveEnd() {
    life.arriveEnd();
    if (!life.isOver() && !life.isClosing()) {
      guard(life::tellReadEnded);
    }
  }

  /** Loses the connection, unless it is over. */
  void lose(String how) {
    if (!life.isOver()) {
      guard(() -> connection.end(new ConnectionLostException(transport + how)));
    }
  }

  /** Resumes a producer that was paused, if everything has been sent. */
  void resumeProducer() {
    if (!life.isOver() && outbox().isEmpty()) {
      guard(outbox().producers()::resume);
    }
  }

  /** Runs code of the protocol; the connection is lost if it throws. */
  private void guard(Runnable code) {
    life.guard(code, failures);
  }

  /**
   * Returns whether a connection was cut off. If the protocol itself broke it by an exception, it
   * is closed in an orderly way.
   */
  private static boolean isBroken(@Nullable ConnectionClosedException reason) {
    return reason instanceof ConnectionLostException && reason.getCause() == null;
  }

  /** Returns {@code client Pinger}. */
  @Override
  public String toString() {
    return role + " " + Display.codeName(protocol.getClass());
  }
}
