// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.bytes.Bytes;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

final class ChunkingProperties {
  @Provide
  Arbitrary<Chunking> policies() {
    return Arbitraries.oneOf(
        Arbitraries.of(Chunking.identity(), Chunking.collapse(), Chunking.byteByByte()),
        Arbitraries.integers().between(1, 20).map(Chunking::every),
        Arbitraries.longs().map(Chunking::seeded),
        Arbitraries.integers()
            .between(1, 200)
            .set()
            .map(cuts -> Chunking.at(cuts.stream().mapToInt(i -> i).sorted().toArray())));
  }

  @Property
  void chunks_areTheStream(
      @ForAll @Size(max = 20) List<byte[]> writes, @ForAll("policies") Chunking chunking) {
    List<byte[]> chunks = chunking.cut(writes);

    assertThat(Bytes.join(chunks)).isEqualTo(Bytes.join(writes));
    assertThat(chunks).allSatisfy(chunk -> assertThat(chunk).isNotEmpty());
  }
}
