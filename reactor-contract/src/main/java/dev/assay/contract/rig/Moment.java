// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.rig;

import java.time.Duration;

/**
 * A comparison of times that is as exact as the subject's clock allows.
 *
 * @since 0.1
 */
public final class Moment {
  private Moment() {}

  /**
   * Asserts that a time is the expected one or, on a clock that cannot promise that, not earlier.
   */
  public static void check(Rig rig, String what, Duration expected, Duration actual) {
    if (rig.subject().hasExactTime()) {
      Expect.equal(what, expected, actual);
    } else if (actual.compareTo(expected) < 0) {
      throw new AssertionError("%s must be %s or later: %s".formatted(what, expected, actual));
    }
  }
}
