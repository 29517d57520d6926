// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChunkingTest {
  private static final List<String> WRITES = List.of("abc", "", "de", "fghij");

  @Test
  void identity_leavesEachWrite() {
    assertThat(cut(Chunking.identity())).containsExactly("abc", "de", "fghij");
  }

  @Test
  void collapse_makesOneChunk() {
    assertThat(cut(Chunking.collapse())).containsExactly("abcdefghij");
  }

  @Test
  void byteByByte_cutsEverywhere() {
    assertThat(cut(Chunking.byteByByte()))
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
  }

  @Test
  void every_cutsChunksOfOneLength() {
    assertThat(cut(Chunking.every(4))).containsExactly("abcd", "efgh", "ij");
    assertThat(cut(Chunking.every(99))).containsExactly("abcdefghij");
  }

  @Test
  void at_cutsWhereItSays() {
    assertThat(cut(Chunking.at(1, 4, 99))).containsExactly("a", "bcd", "efghij");
    assertThat(cut(Chunking.at())).containsExactly("abcdefghij");
  }

  @Test
  void seeded_cutsTheSameWayEachTime() {
    Chunking chunking = Chunking.seeded(1);

    assertThat(cut(chunking)).isEqualTo(cut(chunking)).isEqualTo(cut(Chunking.seeded(1)));
    assertThat(cut(chunking)).containsExactly("ab", "c", "d", "e", "fghij");
  }

  @Test
  void stream_ofNothing_hasNoChunk() {
    assertThat(Chunking.collapse().cut(new byte[0])).isEmpty();
    assertThat(Chunking.identity().cut(List.of())).isEmpty();
  }

  @Test
  void policies_tellHowTheyCut() {
    assertThat(
            List.of(
                Chunking.identity(),
                Chunking.collapse(),
                Chunking.byteByByte(),
                Chunking.every(4),
                Chunking.seeded(7),
                Chunking.at(1, 4)))
        .map(Chunking::toString)
        .containsExactly(
            "write by write",
            "in one piece",
            "byte by byte",
            "every 4 bytes",
            "cut by seed 7",
            "cut at [1, 4]");
  }

  @Test
  void arguments_thatMakeNoSense_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chunking.every(0))
        .withMessage("length must be positive: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chunking.at(0))
        .withMessage("positions must be positive and in rising order: [0]");
    assertThatIllegalArgumentException().isThrownBy(() -> Chunking.at(3, 3));
  }

  @Test
  void policyOfOnesOwn_thatWantsWhatThereIsNot_isRefused() {
    Chunking greedy =
        new Chunking() {
          @Override
          public int next(long position, int firstWrite, int available) {
            return available + 1;
          }

          @Override
          public String toString() {
            return "greedy";
          }
        };

    assertThatIllegalStateException()
        .isThrownBy(() -> greedy.cut(new byte[3]))
        .withMessage("greedy has chosen a chunk of 4 bytes; it must have 1 to 3");
  }

  private static List<String> cut(Chunking chunking) {
    List<byte[]> writes = WRITES.stream().map(write -> write.getBytes(US_ASCII)).toList();
    return chunking.cut(writes).stream().map(chunk -> new String(chunk, US_ASCII)).toList();
  }
}
