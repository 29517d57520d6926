// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import java.util.Arrays;

/**
 * The bytes that a protocol has received and not handled yet.
 *
 * <p>All work is linear in the number of bytes received, in whatever pieces: a byte is copied a
 * bounded number of times on average, and a search continues where the last one stopped.
 */
final class ReceiveBuffer {
  private static final byte[] NONE = {};
  private static final int LEAST_CAPACITY = 16;

  private byte[] bytes = NONE;
  private int head;
  private int tail;

  /** The number of bytes after the head at which the searched text is known not to begin. */
  private int searched;

  private long work;

  int size() {
    return tail - head;
  }

  /** Returns the number of bytes copied or inspected so far, which tests compare with the input. */
  long work() {
    return work;
  }

  /** Appends bytes. The array belongs to this buffer from now on, and is never written to. */
  void append(byte[] data) {
    if (size() == 0) {
      restart(data);
      return;
    }
    if (data.length > bytes.length - tail) {
      makeRoom(data.length);
    }
    System.arraycopy(data, 0, bytes, tail, data.length);
    work += data.length;
    tail += data.length;
  }

  /** Puts bytes in front of all others. */
  void prepend(byte[] data) {
    byte[] rest = takeAll();
    restart(data);
    append(rest);
  }

  /** Returns a byte, as a number from 0 to 255. */
  int at(int index) {
    work++;
    return bytes[head + index] & 0xff;
  }

  /** Removes and returns the first n bytes. */
  byte[] take(int length) {
    byte[] taken = length == bytes.length ? bytes : Arrays.copyOfRange(bytes, head, head + length);
    work += length;
    skip(length);
    return taken;
  }

  byte[] takeAll() {
    return take(size());
  }

  /** Removes the first n bytes. */
  void skip(int length) {
    head += length;
    searched = 0;
    if (head == tail) {
      restart(NONE);
    }
  }

  /**
   * Returns the index at which a text begins, or -1. The text must be the same for each call on one
   * buffer.
   */
  int indexOf(byte[] text) {
    int last = size() - text.length;
    while (searched <= last) {
      work++;
      int start = head + searched;
      if (Arrays.equals(bytes, start, start + text.length, text, 0, text.length)) {
        return searched;
      }
      searched++;
    }
    return -1;
  }

  private void restart(byte[] data) {
    bytes = data;
    head = 0;
    tail = data.length;
    searched = 0;
  }

  /** Moves the remaining bytes into an array with as much free room again. */
  private void makeRoom(int more) {
    int size = size();
    byte[] moved = new byte[Math.max(LEAST_CAPACITY, 2 * Math.addExact(size, more))];
    System.arraycopy(bytes, head, moved, 0, size);
    work += size;
    bytes = moved;
    head = 0;
    tail = size;
  }
}
