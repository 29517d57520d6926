// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.bytes.Bytes;
import dev.assay.fake.event.ByteText;
import dev.assay.fake.event.Chunking;
import java.nio.charset.Charset;
import java.util.TreeSet;

/**
 * One direction of a {@link Wire}: everything that one side has written and the other has not
 * received.
 *
 * @since 0.1
 */
public final class WireDirection {
  private final Wire wire;
  private final WireSide from;
  private final WireSide to;
  private final TreeSet<Long> cuts = new TreeSet<>();
  private Chunking chunking = Chunking.identity();
  private boolean held;

  /** The number of bytes that have left the wire. */
  private long position;

  /** The number of bytes that the current round moves. */
  private int quota;

  /** Whether the current round passes on an end. */
  private boolean ending;

  WireDirection(Wire wire, WireSide from, WireSide to) {
    this.wire = wire;
    this.from = from;
    this.to = to;
  }

  /** Returns the bytes that are on their way: those written and not delivered. */
  public byte[] pending() {
    return from.unsent() == 0 ? new byte[0] : Bytes.join(from.outbox().pieces());
  }

  /** Returns the bytes that are on their way, as text. */
  public String pending(Charset charset) {
    return new String(pending(), charset);
  }

  /** Sets the chunking of all later deliveries in this direction, and returns this direction. */
  public WireDirection chunking(Chunking policy) {
    wire.checkThread();
    chunking = requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Makes a chunk end after n bytes, counted from the first that is not delivered; they may be
   * written later. The chunk ends there even if the chunking would make it longer.
   */
  public void cutAfter(int bytes) {
    wire.checkThread();
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes must be positive: " + bytes);
    }
    cuts.add(position + bytes);
  }

  /**
   * Delivers one chunk and returns it, even if this direction is held.
   *
   * <p>If the receiving side has closed its connection, the chunk is discarded, as with a socket.
   *
   * @throws IllegalStateException if there is nothing to deliver, or if the receiving side has
   *     paused
   */
  public byte[] deliverOne() {
    return wire.drive(
        () -> {
          checkPending("deliver");
          if (!to.isReceiving()) {
            throw new IllegalStateException(
                to + " has paused its transport; nothing can be delivered until it resumes it");
          }
          return deliver(from.unsent());
        });
  }

  /**
   * Discards one chunk and returns it: later bytes are delivered as if it had never existed.
   *
   * <p>A real stream never does this. Use it to see how a protocol handles a stream that a faulty
   * intermediary has damaged.
   *
   * @throws IllegalStateException if there is nothing to discard
   */
  public byte[] drop() {
    return wire.drive(
        () -> {
          checkPending("drop");
          byte[] chunk = take(from.unsent());
          from.resumeProducer();
          return chunk;
        });
  }

  /** Holds everything back until {@link #release()}: bytes, ends and resets. */
  public void hold() {
    wire.checkThread();
    held = true;
  }

  /** Ends the hold; the next round moves everything that has waited. */
  public void release() {
    wire.checkThread();
    held = false;
  }

  /** Returns whether nothing is on its way in this direction, whether held or not. */
  boolean isQuiet() {
    return from.unsent() == 0 && !endIsToCome();
  }

  private boolean endIsToCome() {
    WireEnd end = from.isRefusing() ? WireEnd.RESET : from.ended();
    return from.isReadyToEnd() || isNew(end);
  }

  /** Returns whether a round that began now would move nothing in this direction. */
  boolean isIdle() {
    return sendable() == 0 && !canEnd();
  }

  /** Determines what there is to move, so that bytes written in this round wait for the next. */
  void beginRound() {
    quota = sendable();
    ending = quota == 0 && canEnd();
  }

  /** Moves what there was when the round began, and returns whether there was anything. */
  boolean move() {
    boolean moved = ending;
    if (ending) {
      passEnd();
    }
    while (Math.min(quota, sendable()) > 0) {
      quota -= deliver(Math.min(quota, sendable())).length;
      moved = true;
    }
    return moved;
  }

  /** Returns {@code client Pinger to server Ponger: 5 bytes pending, "ping\n"}. */
  @Override
  public String toString() {
    int unsent = from.unsent();
    return "%s to %s%s: %s%s"
        .formatted(
            from,
            to,
            held ? ", held" : "",
            unsent == 0 ? "nothing pending" : unsent + " bytes pending, " + brief(),
            endIsToCome() ? ", and the end" : "");
  }

  private String brief() {
    return ByteText.brief(pending());
  }

  private int sendable() {
    return held || !to.isReceiving() ? 0 : from.unsent();
  }

  private boolean canEnd() {
    return from.isReadyToEnd() || newEnd() != WireEnd.NONE;
  }

  /** Returns the end that arrives next, unless something holds it back. */
  private WireEnd newEnd() {
    WireEnd end = from.ended();
    if (from.isRefusing() && (to.hasEndArrived() || !to.isReceiving())) {
      end = WireEnd.RESET;
    }
    boolean open = !held && (end == WireEnd.RESET || to.isReceiving());
    return open && isNew(end) ? end : WireEnd.NONE;
  }

  /** Returns whether an end changes anything for the receiving side. */
  private boolean isNew(WireEnd end) {
    return !to.isOver() && end != WireEnd.NONE && (end == WireEnd.RESET || !to.hasEndArrived());
  }

  private void passEnd() {
    if (from.isReadyToEnd()) {
      from.end();
    }
    switch (newEnd()) {
      case RESET -> to.lose(" was reset by the peer");
      case FIN -> to.receiveEnd();
      case NONE -> {}
    }
  }

  private byte[] deliver(int available) {
    byte[] chunk = take(available);
    to.receive(chunk.clone());
    from.resumeProducer();
    return chunk;
  }

  private byte[] take(int available) {
    int length =
        Bytes.chunkLength(
            chunking, chunking.next(position, from.outbox().firstSize(), available), available);
    Long cut = cuts.higher(position);
    byte[] chunk =
        from.outbox().takeExactly(cut == null ? length : (int) Math.min(length, cut - position));
    position += chunk.length;
    cuts.headSet(position, true).clear();
    return chunk;
  }

  private void checkPending(String what) {
    if (from.unsent() == 0) {
      throw new IllegalStateException(
          "there is nothing to %s from %s to %s; it has written nothing that is pending"
              .formatted(what, from, to));
    }
  }
}
