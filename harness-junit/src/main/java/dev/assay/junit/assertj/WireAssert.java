// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.protocol.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link Wire}, which never move anything on it. To check what one side has
 * written, use {@link Wire#client()} and {@link Wire#server()}.
 *
 * @since 0.1
 */
public class WireAssert extends SubjectAssert<WireAssert, Wire> {
  /** Makes assertions about a wire. */
  public WireAssert(@Nullable Wire actual) {
    super(actual, WireAssert.class);
  }

  /**
   * Verifies that nothing is in transit: no bytes, no end and no reset. Data that is held, or that
   * waits for a paused side, counts as in transit.
   */
  public WireAssert isQuiet() {
    return expect(present().isQuiet(), "to be quiet", () -> "something is on its way");
  }
}
