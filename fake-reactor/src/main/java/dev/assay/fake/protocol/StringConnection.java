// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.bytes.Outbox;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.reactor.rules.ProducerEntry;
import dev.assay.reactor.rules.StreamLifecycle;
import dev.assay.reactor.rules.StreamLifecycle.Request;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a connection without a network: which protocol has it, what ends it, and which
 * notifications follow.
 */
final class StringConnection {
  private final StringTransport transport;
  private final @Nullable ReactorTime time;
  private final Outbox outbox;
  private final StreamLifecycle life;
  private Disconnection disconnection;
  private boolean byWire;

  private @Nullable StringTransportEntry entry;
  private @Nullable DelayedCall telling;

  StringConnection(StringTransport transport, @Nullable ReactorTime time, Outbox outbox) {
    this.transport = transport;
    this.time = time;
    this.outbox = outbox;
    this.life = new StreamLifecycle(transport, this::end);
    this.disconnection = time == null ? Disconnection.NEVER : Disconnection.ON_NEXT_TURN;
  }

  void tell(Disconnection moment) {
    if (moment == Disconnection.ON_NEXT_TURN && time == null) {
      throw new IllegalStateException(
          "there is no clock for the next turn; create this with a clock");
    }
    if (life.protocol() != null) {
      throw new IllegalStateException(
          "the connection is made already; choose before that when its end is reported");
    }
    disconnection = moment;
  }

  /** Leaves the notification of the end to a {@link Wire}. */
  void driveByWire() {
    byWire = true;
  }

  void open(Protocol made) {
    if (life.isOver() || life.protocol() != null) {
      throw new IllegalStateException(
          "the connection is %s already; create another transport"
              .formatted(life.isOver() ? "over" : "made"));
    }
    life.open(made);
    Ledger ledger = Ledger.current();
    if (ledger != null && (byWire || disconnection != Disconnection.NEVER)) {
      entry = new StringTransportEntry(ledger, transport);
      entry.open();
      outbox.producers().report(producer -> new ProducerEntry(ledger, producer, transport, byWire));
    }
    made.makeConnection(transport);
  }

  void unregister() {
    outbox.producers().unregister();
    arm();
  }

  /** Accepts a request of the protocol. */
  void request(Request what) {
    if (life.ask(what)) {
      arm();
    }
  }

  /**
   * Closes the connection of a protocol that wants no more data, if a {@link Wire} drives the
   * connection.
   */
  void stopReceiving() {
    if (byWire) {
      request(Request.CLOSE);
    }
  }

  /** Ends the connection as this side has requested. */
  void end() {
    if (!life.isClosing()) {
      throw new IllegalStateException(
          "this side has not closed the connection; pass the reason why it ends");
    }
    end(life.requested());
  }

  void end(ConnectionClosedException why) {
    ConnectionClosedException reason = life.reason();
    if (reason != null) {
      throw new IllegalStateException("the connection is over already: " + reason.getMessage());
    }
    life.markOver(why);
    if (telling != null) {
      telling.cancel();
    }
    if (entry != null) {
      entry.settle();
    }
    Protocol told = life.protocol();
    try {
      outbox.producers().stop();
    } finally {
      if (told != null) {
        told.endConnection(why);
      }
    }
  }

  /** Carries out the requests that no producer holds back, when it is time. */
  void arm() {
    if (telling != null || !isReady() || disconnection == Disconnection.NEVER) {
      return;
    }
    if (life.protocol() == null) {
      throw new IllegalStateException(
          "no protocol can be notified that the connection ends: make it with connect(protocol),"
              + " or choose Disconnection.NEVER");
    }
    if (disconnection == Disconnection.AT_ONCE || time == null) {
      proceed();
    } else {
      telling = time.callLater(Duration.ZERO, this::proceed).label("end of " + transport);
    }
  }

  /** Carries out the requests, if nothing holds them back. */
  void proceed() {
    telling = null;
    if (isReady()) {
      life.carryOut();
    }
  }

  private boolean isReady() {
    return life.isEnding() && (life.isAborting() || outbox.producers().isEmpty());
  }

  /** Returns whether this side has requested an end that a producer holds back. */
  boolean waitsForProducer() {
    return !life.isOver()
        && (life.isClosing() || life.isWriteEnding())
        && !life.isAborting()
        && !outbox.producers().isEmpty();
  }

  /**
   * Returns whether this side has requested an end that is due now, because all its bytes have been
   * sent.
   */
  boolean isReadyAndSent() {
    return isReady() && (life.isAborting() || outbox.isEmpty());
  }

  Outbox outbox() {
    return outbox;
  }

  /** Returns the lifecycle of the connection. */
  StreamLifecycle life() {
    return life;
  }

  /** Returns whether bytes can be written, even if they may never be read. */
  boolean takesWrites() {
    return !life.isOver() && !life.hasWriteEnded();
  }

  TransportState state() {
    if (life.isOver()) {
      return life.isAborting() ? TransportState.ABORTED : TransportState.CLOSED;
    } else if (life.isAborting()) {
      return TransportState.ABORTING;
    }
    return life.isClosing() ? TransportState.DISCONNECTING : TransportState.OPEN;
  }
}
