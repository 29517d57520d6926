// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import dev.assay.ledger.Display;
import dev.assay.ledger.LedgerEntry;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that were written at one end of a connection and that the network has not taken, with
 * the producer that is paused when there are too many, and its ledger entry.
 *
 * @since 0.1
 */
public final class Outbox {
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
  private final int highWaterMark;

  /** The number of bytes of the first piece that are already taken. */
  private int gone;

  private int size;
  private @Nullable PushProducer push;
  private @Nullable PullProducer pull;
  private boolean paused;

  /** Creates the ledger entry of a producer, if there is a trial. */
  private @Nullable Function<Object, LedgerEntry> entries;

  /** The open ledger entry of the producer, if there is one. */
  private @Nullable LedgerEntry entry;

  /** Creates an empty outbox that pauses its producer above this number of bytes. */
  public Outbox(int highWaterMark) {
    this.highWaterMark = highWaterMark;
  }

  /**
   * Opens a ledger entry for each producer that is registered from now on, until the producer is
   * unregistered.
   */
  public void reportProducers(Function<Object, LedgerEntry> entries) {
    this.entries = entries;
  }

  /** Returns the number of bytes. */
  public int size() {
    return size;
  }

  /** Returns whether there are no bytes. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns whether a producer is registered. */
  public boolean hasProducer() {
    return push != null || pull != null;
  }

  /** Adds bytes, and pauses a producer that has written too many. */
  public void add(byte[] data) {
    if (data.length > 0) {
      pieces.add(data.clone());
      size += data.length;
    }
    if (push != null && !paused && size > highWaterMark) {
      paused = true;
      push.pauseProducing();
    }
  }

  /** Takes the first piece, or as much of it as fits in the room; there must be one. */
  public byte[] take(int room) {
    byte[] first = pieces.element();
    int length = Math.min(first.length - gone, room);
    byte[] taken = length == first.length ? first : Arrays.copyOfRange(first, gone, gone + length);
    gone += length;
    if (gone == first.length) {
      pieces.remove();
      gone = 0;
    }
    size -= length;
    return taken;
  }

  /** Takes exactly n bytes, which must be present, from as many pieces as needed. */
  public byte[] takeExactly(int length) {
    byte[] taken = take(length);
    if (taken.length == length) {
      return taken;
    }
    byte[] joined = Arrays.copyOf(taken, length);
    for (int at = taken.length; at < length; ) {
      byte[] piece = take(length - at);
      System.arraycopy(piece, 0, joined, at, piece.length);
      at += piece.length;
    }
    return joined;
  }

  /** Returns the number of bytes left of the first piece; there must be one. */
  public int firstSize() {
    return pieces.element().length - gone;
  }

  /** Registers a producer, which is paused when there are too many bytes. */
  public void register(PushProducer producer) {
    checkNone();
    push = producer;
    paused = false;
    report(producer);
  }

  /** Registers a producer, and requests its first bytes. */
  public void register(PullProducer producer) {
    checkNone();
    pull = producer;
    try {
      producer.resumeProducing();
    } finally {
      report(producer);
    }
  }

  /** Unregisters the producer, which has finished. */
  public void unregister() {
    if (!hasProducer()) {
      throw new IllegalStateException("no producer is registered; register one first");
    }
    push = null;
    pull = null;
    paused = false;
    settleProducer();
  }

  /** Resumes a producer that waits until everything is sent; returns whether there was one. */
  public boolean resume() {
    if (pull != null) {
      pull.resumeProducing();
      return true;
    }
    if (push != null && paused) {
      paused = false;
      push.resumeProducing();
    }
    return push != null;
  }

  /** Returns the contents, piece by piece. */
  public List<byte[]> pieces() {
    List<byte[]> left = new ArrayList<>(pieces.size());
    int from = gone;
    for (byte[] piece : pieces) {
      left.add(Arrays.copyOfRange(piece, from, piece.length));
      from = 0;
    }
    return left;
  }

  /** Discards all bytes. */
  public void clear() {
    pieces.clear();
    gone = 0;
    size = 0;
  }

  /** Discards all bytes, and stops the producer. */
  public void close() {
    clear();
    stopProducer();
  }

  /** Unregisters the producer and stops it. */
  public void stopProducer() {
    PushProducer pushing = push;
    PullProducer pulling = pull;
    push = null;
    pull = null;
    settleProducer();
    if (pushing != null) {
      pushing.stopProducing();
    } else if (pulling != null) {
      pulling.stopProducing();
    }
  }

  /** Settles the ledger entry of the producer, which is left as it is. */
  public void settleProducer() {
    if (entry != null) {
      entry.settle();
      entry = null;
    }
  }

  /** Opens the ledger entry of a producer, unless it has unregistered already. */
  private void report(Object producer) {
    if (entries != null && entry == null && hasProducer()) {
      entry = entries.apply(producer);
      entry.open();
    }
  }

  private void checkNone() {
    Object present = push != null ? push : pull;
    if (present != null) {
      throw new IllegalStateException(
          Display.ofCode(present.getClass()) + " is registered already; unregister it first");
    }
  }
}
