// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.bytes.Inbox;
import dev.assay.fake.bytes.Size;
import dev.assay.fake.event.Choice;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/** The receiving half of an end: bytes that arrive wait here until the protocol takes them. */
final class Receiver {
  private final StreamEnd end;
  private final Network network;
  private final Inbox inbox = new Inbox();

  /** The number of bytes that were sent to this end and that the protocol has not taken. */
  private int unread;

  /** The peer that has greeted this end, which has not begun TLS, or null. */
  private @Nullable TlsEnd greeting;

  private boolean paused;
  private boolean armed;

  Receiver(StreamEnd end, Network network) {
    this.end = end;
    this.network = network;
  }

  /** Returns how many more bytes may be sent to this end. */
  int room() {
    return network.receiveWindow() - unread;
  }

  /**
   * Returns whether it is worth sending some of these bytes: there is room for all, or for half a
   * window. Otherwise a protocol that takes few bytes at a time would be sent equally few forever.
   */
  boolean hasRoomFor(int bytes) {
    return room() > 0 && room() >= Math.min(bytes, network.receiveWindow() / 2);
  }

  /** Counts bytes that are in transit. */
  void expect(int bytes) {
    unread += bytes;
  }

  /** Returns the number of bytes that have arrived and that the protocol has not taken. */
  int held() {
    return inbox.size();
  }

  void pause() {
    paused = true;
  }

  void resume() {
    paused = false;
    arm();
  }

  /**
   * Accepts nothing more; anything that the other end still sends must be answered with a reset.
   */
  void close() {
    inbox.clear();
    taken(unread);
  }

  void arrive(byte[] piece) {
    TlsEnd tls = end.tls();
    if (end.life().isOver()) {
      end.refuse();
    } else if (end.life().isClosing()) {
      taken(piece.length);
    } else if (tls != null && end.life().isInHandshake()) {
      tls.arriveClear();
    } else {
      inbox.add(piece);
      receiveNow();
    }
  }

  /** Accepts the greeting of a client; what arrived before must be received before. */
  void arriveGreeting(TlsEnd client) {
    TlsEnd tls = end.tls();
    if (end.life().isOver()) {
      end.refuse();
    } else if (tls != null) {
      tls.greetedBy(client);
    } else {
      greeting = client;
      if (inbox.isEmpty()) {
        receiveNow();
      }
    }
  }

  /** Treats as TLS what follows and what has arrived. */
  void startTls(TlsEnd tls) {
    TlsEnd client = greeting;
    greeting = null;
    if (!inbox.isEmpty()) {
      end.soon("start of TLS by", tls::arriveClear);
    } else if (client != null) {
      end.soon("start of TLS by", () -> tls.greetedBy(client));
    } else if (end.life().hasEndArrived()) {
      end.soon("start of TLS by", tls::arriveEnd);
    }
  }

  void arriveEnd() {
    TlsEnd tls = end.tls();
    if (tls != null && end.life().isInHandshake()) {
      tls.arriveEnd();
      return;
    }
    end.life().arriveEnd();
    if (inbox.isEmpty()) {
      receiveNow();
    }
  }

  void arriveReset() {
    if (!end.life().isOver()) {
      end.finish(new ConnectionLostException(end + " was reset by the peer"));
    }
  }

  /** Schedules a separate event that processes what waits here. */
  void arm() {
    if (!armed
        && !paused
        && end.life().isConnected()
        && (!inbox.isEmpty() || greeting != null || end.life().isReadEnding())) {
      armed = true;
      end.soon(
          "receipt by",
          () -> {
            armed = false;
            receive();
          });
    }
  }

  private void receiveNow() {
    if (!armed && end.life().isConnected()) {
      end.guard(this::receive);
    }
  }

  private void receive() {
    Protocol protocol = end.life().protocol();
    if (paused || end.life().isOver() || end.life().isClosing() || protocol == null) {
      return;
    }
    if (!inbox.isEmpty()) {
      byte[] piece = inbox.take(bytes -> network.chooser().choose(Choice.CUT, bytes));
      taken(piece.length);
      end.trace("received", new Size(piece.length));
      protocol.dataReceived(piece);
      arm();
    } else if (greeting != null) {
      end.breakByGreeting();
    } else if (end.life().isReadEnding()) {
      end.life().tellReadEnded();
    }
  }

  /** Makes room for bytes that the other end has yet to send. */
  private void taken(int bytes) {
    unread -= bytes;
    Sender sender = end.other().sender();
    if (!sender.outbox().isEmpty()) {
      sender.arm();
    }
  }
}
