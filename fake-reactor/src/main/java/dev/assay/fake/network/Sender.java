// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.bytes.Outbox;
import dev.assay.fake.timeline.Event;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.reactor.rules.ProducerEntry;
import dev.assay.reactor.rules.StreamLifecycle;

/** The sending half of an end: written bytes are sent as the other end has room for them. */
final class Sender {
  private final StreamEnd end;
  private final Outbox outbox;

  private boolean armed;

  Sender(StreamEnd end, int highWaterMark) {
    this.end = end;
    this.outbox = new Outbox(highWaterMark);
    Ledger ledger = end.ledger();
    if (ledger != null) {
      outbox.producers().report(producer -> new ProducerEntry(ledger, producer, end, true));
    }
  }

  Outbox outbox() {
    return outbox;
  }

  void write(byte[] data) {
    outbox.add(data);
    arm();
  }

  void register(PushProducer producing) {
    outbox.producers().register(producing);
  }

  void register(PullProducer producing) {
    outbox.producers().register(producing);
    arm();
  }

  void unregister() {
    outbox.producers().unregister();
    arm();
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
    for (int left = sendable(); left > 0 && receiver.hasRoomFor(left); left = sendable()) {
      byte[] piece = outbox.take(Math.min(left, receiver.room()));
      receiver.expect(piece.length);
      transmit("delivery to", piece.length, () -> receiver.arrive(piece));
      sent(piece.length);
    }
    sent(0);
    if (!outbox.isEmpty() || outbox.producers().resume()) {
      return;
    }
    if (life.isEnding()) {
      sendEnd();
      life.carryOut();
    }
  }

  /** Returns how many bytes may be sent now; those written after TLS began wait for it. */
  private int sendable() {
    TlsEnd tls = end.tls();
    return tls == null ? outbox.size() : tls.sendable(outbox.size());
  }

  private void sent(int bytes) {
    TlsEnd tls = end.tls();
    if (tls != null) {
      tls.sent(bytes);
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

  void transmit(String what, int bytes, Runnable arrival) {
    StreamEnd other = end.other();
    end.path().send(bytes, new Event(what, other, arrival, other));
  }
}
