// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.fake.event.Chunking;
import java.time.Duration;
import net.jqwik.api.Arbitrary;

/**
 * The arbitraries for properties of asynchronous code. All shrink towards quiet and short values.
 *
 * @since 0.1
 */
public final class AssayArbitraries {
  private AssayArbitraries() {}

  /** Makes callback chains of every kind, including those that fire the given Deferred. */
  public static Arbitrary<CallbackChain> callbackChains() {
    return ChainArbitrary.chains(true);
  }

  /**
   * Makes callback chains that leave it to others to fire the Deferred, as with {@link ByCaller}.
   */
  public static Arbitrary<CallbackChain> callbackChainsOfCallers() {
    return ChainArbitrary.chains(false);
  }

  /**
   * Makes ways to cut any stream: not at all, at a few places near its beginning, into equal chunks
   * or into random ones.
   */
  public static Arbitrary<Chunking> chunkings() {
    return ChunkingArbitrary.any();
  }

  /**
   * Makes ways to cut a stream of a length, from not at all to after each byte.
   *
   * @param length the number of bytes in the stream, at least two
   */
  public static Arbitrary<Chunking> chunkings(int length) {
    return ChunkingArbitrary.of(length);
  }

  /** Makes delays: often zero, often equal, often a nanosecond more or less. */
  public static Arbitrary<Duration> delays() {
    return DelayArbitrary.any();
  }

  /** Makes delays up to twice a deadline, many of which are just before it, at it or just after. */
  public static Arbitrary<Duration> delaysAround(Duration deadline) {
    return DelayArbitrary.around(deadline);
  }
}
