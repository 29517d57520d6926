// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.VirtualClock;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link VirtualClock}, which never move it.
 *
 * @since 0.1
 */
public class VirtualClockAssert extends TimeAssert<VirtualClockAssert, VirtualClock> {
  /** Makes assertions about a clock. */
  public VirtualClockAssert(@Nullable VirtualClock actual) {
    super(actual, VirtualClockAssert.class);
  }
}
