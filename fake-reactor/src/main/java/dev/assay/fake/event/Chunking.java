// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.fake.bytes.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A policy that cuts a stream into the chunks in which it arrives.
 *
 * <p>The policies created here are stateless values: one policy can cut any number of streams, and
 * cuts the same stream the same way each time.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Chunking {
  /**
   * Returns the length of the next chunk.
   *
   * @param position the number of bytes before the chunk
   * @param firstWrite the number of bytes that remain of the write that the chunk begins with, at
   *     least one
   * @param available the number of bytes available, at least as many as remain of that write
   * @return at least one, and at most {@code available}
   */
  int next(long position, int firstWrite, int available);

  /** Returns the policy that leaves each write unchanged. */
  static Chunking identity() {
    return Chunkings.IDENTITY;
  }

  /** Returns the policy that makes one chunk of all available bytes. */
  static Chunking collapse() {
    return Chunkings.COLLAPSE;
  }

  /** Returns the policy of chunks of one byte. */
  static Chunking byteByByte() {
    return Chunkings.BYTE_BY_BYTE;
  }

  /** Returns the policy of chunks of n bytes; the last may be shorter. */
  static Chunking every(int length) {
    return new Chunkings.Every(length);
  }

  /** Returns a policy of random chunks, short and long, that are the same for the same seed. */
  static Chunking seeded(long seed) {
    return new Chunkings.Seeded(seed);
  }

  /**
   * Returns the policy that cuts at the given positions.
   *
   * @param positions the number of bytes before each cut, in ascending order
   */
  static Chunking at(int... positions) {
    return new Chunkings.At(Arrays.stream(positions).boxed().toList());
  }

  /** Cuts a stream that was written in one piece. */
  default List<byte[]> cut(byte[] stream) {
    return cut(List.of(stream));
  }

  /**
   * Cuts a stream.
   *
   * @throws IllegalStateException if this policy requests an impossible chunk
   */
  default List<byte[]> cut(List<byte[]> writes) {
    byte[] stream = Bytes.join(writes);
    List<byte[]> chunks = new ArrayList<>();
    int write = 0;
    int writeEnd = 0;
    for (int start = 0; start < stream.length; ) {
      while (writeEnd <= start) {
        writeEnd += writes.get(write++).length;
      }
      int available = stream.length - start;
      int length = Bytes.chunkLength(this, next(start, writeEnd - start, available), available);
      chunks.add(Arrays.copyOfRange(stream, start, start + length));
      start += length;
    }
    return chunks;
  }
}
