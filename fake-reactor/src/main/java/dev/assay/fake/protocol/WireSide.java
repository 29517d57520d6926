// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.bytes.Outbox;
import dev.assay.pending.Display;
import dev.assay.protocol.ConnectionClosed;
import dev.assay.protocol.ConnectionDone;
import dev.assay.protocol.ConnectionLost;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One side of a {@link Wire}: its protocol, its transport, and how it takes what arrives. */
final class WireSide {
  private final String role;
  private final Protocol protocol;
  private final StringTransport transport;
  private final StringConnection connection;
  private final BiConsumer<String, Throwable> failures;
  private boolean readEnded;
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
    return connection.isOver();
  }

  /** Returns how many bytes are on their way from here. */
  int unsent() {
    return connection.isOver() || connection.isAborting() ? 0 : outbox().size();
  }

  /** Returns whether bytes and the end of a stream can arrive; where nobody listens they do. */
  boolean isReceiving() {
    return transport.producerState() != ProducerState.PAUSED
        || connection.isDisconnecting()
        || connection.isOver();
  }

  /** Returns whether this side has asked for an end, and has sent all that comes before it. */
  boolean isReadyToEnd() {
    return connection.isReadyAndSent();
  }

  /** Ends what this side has asked to end. */
  void end() {
    guard(
        () -> {
          connection.proceed();
          endIfBothEnded();
        });
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
    if (connection.isOver()) {
      refusing = true;
    } else if (!connection.isDisconnecting()) {
      guard(() -> protocol.dataReceived(chunk));
    }
  }

  /** Hears that the other side sends no more. */
  void receiveEnd() {
    readEnded = true;
    if (!connection.isOver() && !connection.isDisconnecting()) {
      guard(this::readEnded);
    }
  }

  /** Loses the connection, if it is not over. */
  void lose(String how) {
    if (!connection.isOver()) {
      guard(() -> connection.end(new ConnectionLost(transport + how)));
    }
  }

  /** Lets a producer go on that was held back, if all has gone. */
  void resumeProducer() {
    if (!connection.isOver() && outbox().isEmpty()) {
      guard(outbox()::resume);
    }
  }

  private void readEnded() {
    if (protocol instanceof HalfCloseable halfCloseable) {
      halfCloseable.readConnectionLost();
      endIfBothEnded();
    } else {
      connection.end(new ConnectionDone(transport + " was closed by the peer"));
    }
  }

  private void endIfBothEnded() {
    if (readEnded && !connection.isOver() && !connection.takesWrites()) {
      connection.end(new ConnectionDone(transport + " was closed by both sides"));
    }
  }

  /** Runs code of the protocol's, which loses the connection if it throws. */
  private void guard(Runnable code) {
    try {
      code.run();
    } catch (Throwable error) {
      failures.accept("protocol of " + transport, error);
      if (!connection.isOver()) {
        String how = transport + " was lost: its protocol threw " + Display.of(error);
        guard(() -> connection.end(new ConnectionLost(how, error)));
      }
    }
  }

  /** Returns whether a connection was cut off; one that its protocol broke is closed properly. */
  private static boolean isBroken(@Nullable ConnectionClosed reason) {
    return reason instanceof ConnectionLost && reason.getCause() == null;
  }

  /** Returns {@code client Pinger}. */
  @Override
  public String toString() {
    return role + " " + Display.codeName(protocol.getClass());
  }
}
