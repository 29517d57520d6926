// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.fake.event.Chunking;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * The arbitrary of chunkings; all choices of a chunking are always made, so that each shrinks by
 * itself.
 */
final class ChunkingArbitrary {
  private static final int CUTS = 8;
  private static final int LENGTH = 64;

  private ChunkingArbitrary() {}

  private enum Kind {
    IDENTITY,
    COLLAPSE,
    AT,
    EVERY,
    SEEDED
  }

  static Arbitrary<Chunking> any() {
    Arbitrary<Integer> lengths = Arbitraries.integers().between(1, LENGTH);
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            lengths.list().ofMinSize(1).ofMaxSize(CUTS),
            lengths,
            Arbitraries.longs())
        .as(ChunkingArbitrary::chunking);
  }

  private static Chunking chunking(Kind kind, List<Integer> pieces, int length, long seed) {
    return switch (kind) {
      case IDENTITY -> Chunking.identity();
      case COLLAPSE -> Chunking.collapse();
      case AT -> Chunking.at(ends(pieces));
      case EVERY -> Chunking.every(length);
      case SEEDED -> Chunking.seeded(seed);
    };
  }

  private static int[] ends(List<Integer> pieces) {
    int[] ends = new int[pieces.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += pieces.get(i);
      ends[i] = end;
    }
    return ends;
  }

  static Arbitrary<Chunking> of(int length) {
    if (length < 2) {
      throw new IllegalArgumentException("length must be at least two: " + length);
    }
    return Arbitraries.integers()
        .between(1, length - 1)
        .set()
        .ofMaxSize(length - 1)
        .map(ChunkingArbitrary::at);
  }

  private static Chunking at(Set<Integer> cuts) {
    return Chunking.at(cuts.stream().mapToInt(Integer::intValue).sorted().toArray());
  }
}
