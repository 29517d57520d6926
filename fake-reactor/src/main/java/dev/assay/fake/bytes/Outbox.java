// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import dev.assay.reactor.rules.ProducerSlot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes that were written at one end of a connection and that the network has not taken, with
 * the producer that is paused when there are too many.
 *
 * @since 0.1
 */
public final class Outbox {
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
  private final ProducerSlot producers;

  /** The number of bytes of the first piece that are already taken. */
  private int gone;

  private int size;

  /** Creates an empty outbox that pauses its producer above this number of bytes. */
  public Outbox(int highWaterMark) {
    producers = new ProducerSlot(highWaterMark);
  }

  /** Returns the place for the producer. */
  public ProducerSlot producers() {
    return producers;
  }

  /** Returns the number of bytes. */
  public int size() {
    return size;
  }

  /** Returns whether there are no bytes. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Adds bytes, and pauses a producer that has written too many. */
  public void add(byte[] data) {
    if (data.length > 0) {
      pieces.add(data.clone());
      size += data.length;
    }
    producers.kept(size);
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
    producers.stop();
  }
}
