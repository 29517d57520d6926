// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import java.util.List;

/** The implementations of {@link Chunking}. */
final class Chunkings {
  static final Chunking IDENTITY = new Identity();
  static final Chunking COLLAPSE = new Collapse();
  static final Chunking BYTE_BY_BYTE = new Every(1);

  private Chunkings() {}

  private record Identity() implements Chunking {
    @Override
    public int next(long position, int firstWrite, int available) {
      return firstWrite;
    }

    @Override
    public String toString() {
      return "write by write";
    }
  }

  private record Collapse() implements Chunking {
    @Override
    public int next(long position, int firstWrite, int available) {
      return available;
    }

    @Override
    public String toString() {
      return "in one piece";
    }
  }

  record Every(int length) implements Chunking {
    Every {
      if (length < 1) {
        throw new IllegalArgumentException("length must be positive: " + length);
      }
    }

    @Override
    public int next(long position, int firstWrite, int available) {
      return Math.min(length, available);
    }

    @Override
    public String toString() {
      return length == 1 ? "byte by byte" : "every " + length + " bytes";
    }
  }

  /** Chunks whose lengths depend only on the seed and the position, so that no state is needed. */
  record Seeded(long seed) implements Chunking {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    @Override
    public int next(long position, int firstWrite, int available) {
      long bits = mix(seed + GOLDEN * (position + 1));
      int magnitudes = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(available);
      long scale = 1L << Math.floorMod(bits >>> Integer.SIZE, magnitudes);
      return 1 + Math.floorMod((int) bits, (int) Math.min(scale, available));
    }

    @Override
    public String toString() {
      return "cut by seed " + seed;
    }

    /** Spreads each bit over all bits, as SplittableRandom does. */
    private static long mix(long bits) {
      long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      return mixed ^ (mixed >>> 31);
    }
  }

  record At(List<Integer> positions) implements Chunking {
    At {
      int before = 0;
      for (int position : positions) {
        if (position <= before) {
          throw new IllegalArgumentException(
              "positions must be positive and in rising order: " + positions);
        }
        before = position;
      }
    }

    @Override
    public int next(long position, int firstWrite, int available) {
      for (int cut : positions) {
        if (cut > position) {
          return (int) Math.min(cut - position, available);
        }
      }
      return available;
    }

    @Override
    public String toString() {
      return "cut at " + positions;
    }
  }
}
