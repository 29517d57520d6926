// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.properties;

import dev.assay.fake.VirtualClock;
import java.time.Duration;

/** Code that leaves calls behind, at two places. */
public final class Leaks {
  private Leaks() {}

  /** Leaves a call at one place. */
  public static void here(VirtualClock clock) {
    clock.callLater(Duration.ofSeconds(1), () -> {});
  }

  /** Leaves a call at the other. */
  public static void there(VirtualClock clock) {
    clock.callLater(Duration.ofSeconds(1), () -> {});
  }
}
