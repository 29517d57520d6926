// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.bytes.Outbox;
import dev.assay.fake.timeline.Event;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import org.jspecify.annotations.Nullable;

/** The sending half of an end: written bytes are sent as the other end has room for them. */
final class Sender {
  private final StreamEnd end;
  private final Outbox outbox;

  private @Nullable ProducerEntry producer;
  private boolean armed;

  Sender(StreamEnd end, int highWaterMark) {
    this.end = end;
    this.outbox = new Outbox(highWaterMark);
  }

  Outbox outbox() {
    return outbox;
  }

  void write(byte[] data) {
    outbox.add(data);
    arm();
  }

  void register(PushProducer producing) {
    outbox.register(producing);
    enter(producing);
  }

  void register(PullProducer producing) {
    try {
      outbox.register(producing);
    } finally {
      enter(producing);
    }
    arm();
  }

  void unregister() {
    outbox.unregister();
    settle();
    arm();
  }

  /** Discards all bytes, and stops the producer. */
  void close() {
    settle();
    outbox.close();
  }

  /** Settles the ledger entry of the producer. */
  void settle() {
    if (producer != null) {
      producer.settle();
      producer = null;
    }
  }

  /** Opens a ledger entry for a producer, unless it has unregistered already. */
  private void enter(Object producing) {
    Ledger ledger = end.ledger();
    if (ledger != null && producer == null && outbox.hasProducer()) {
      producer = new ProducerEntry(ledger, producing, end, true);
      producer.open();
    }
  }

  void arm() {
    if (!armed && end.life().isConnected()) {
      armed = true;
      end.soon("send of", this::send);
    }
  }

  private void send() {
    armed = false;
    StreamLifecycle life = end.life();
    if (!life.isConnected() || life.isAborting()) {
      return;
    }
    Receiver receiver = end.other().receiver();
    while (!outbox.isEmpty() && receiver.hasRoomFor(outbox.size())) {
      byte[] piece = outbox.take(receiver.room());
      receiver.expect(piece.length);
      transmit("delivery to", piece.length, () -> receiver.arrive(piece));
    }
    if (!outbox.isEmpty() || outbox.resume()) {
      return;
    }
    if (life.isClosing()) {
      end.end(new ConnectionDoneException(end + " was closed by this side"));
    } else if (life.isEnding()) {
      sendEnd();
      life.tellWriteEnded();
    }
  }

  void sendEnd() {
    if (end.life().endWrite()) {
      transmit("end of stream to", 0, end.other().receiver()::arriveEnd);
    }
  }

  void sendReset() {
    end.life().endWrite();
    transmit("reset of", 0, end.other().receiver()::arriveReset);
  }

  private void transmit(String what, int bytes, Runnable arrival) {
    StreamEnd other = end.other();
    end.path().send(bytes, new Event(what, other, arrival, other));
  }
}
