// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.bytes.Outbox;
import dev.assay.fake.network.StreamLifecycle;
import dev.assay.pending.Display;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One side of a {@link Wire}: its protocol, its transport, and how it takes what arrives. */
final class WireSide {
  private final String role;
  private final Protocol protocol;
  private final StringTransport transport;
  private final StringConnection connection;
  private final StreamLifecycle life;
  private final BiConsumer<String, Throwable> failures;
  private boolean refusing;

  /**
   * Makes a side that is not connected.
   *
   * @param failures who is told of what failed, and how
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

  /** Returns how many bytes are on their way from here. */
  int unsent() {
    return life.isOver() || life.isAborting() ? 0 : outbox().size();
  }

  /** Returns whether bytes and the end of a stream can arrive; where nobody listens they do. */
  boolean isReceiving() {
    return transport.producerState() != ProducerState.PAUSED || life.isClosing() || life.isOver();
  }

  /** Returns whether this side has asked for an end, and has sent all that comes before it. */
  boolean isReadyToEnd() {
    return connection.isReadyAndSent();
  }

  /** Ends what this side has asked to end. */
  void end() {
    guard(connection::proceed);
  }

  /** Returns how the stream from here has ended, as the other side is to see it. */
  WireEnd ended() {
    if (connection.takesWrites()) {
      return WireEnd.NONE;
    }
    return isBroken(connection.reason()) ? WireEnd.RESET : WireEnd.FIN;
  }

  /** Returns whether bytes came when the connection was over here, which a reset answers. */
  boolean isRefusing() {
    return refusing;
  }

  /** Takes bytes from the other side. */
  void receive(byte[] chunk) {
    if (life.isOver()) {
      refusing = true;
    } else if (!life.isClosing()) {
      guard(() -> protocol.dataReceived(chunk));
    }
  }

  /** Called when the other side sends no more. */
  void receiveEnd() {
    if (!life.isOver() && !life.isClosing()) {
      guard(life::tellReadEnded);
    }
  }

  /** Loses the connection, if it is not over. */
  void lose(String how) {
    if (!life.isOver()) {
      guard(() -> connection.end(new ConnectionLostException(transport + how)));
    }
  }

  /** Lets a producer go on that was held back, if all has gone. */
  void resumeProducer() {
    if (!life.isOver() && outbox().isEmpty()) {
      guard(outbox()::resume);
    }
  }

  /** Runs code of the protocol's, which loses the connection if it throws. */
  private void guard(Runnable code) {
    life.guard(code, failures);
  }

  /** Returns whether a connection was cut off; one that its protocol broke is closed properly. */
  private static boolean isBroken(@Nullable ConnectionClosedException reason) {
    return reason instanceof ConnectionLostException && reason.getCause() == null;
  }

  /** Returns {@code client Pinger}. */
  @Override
  public String toString() {
    return role + " " + Display.codeName(protocol.getClass());
  }
}
