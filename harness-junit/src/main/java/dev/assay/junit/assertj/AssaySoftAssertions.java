// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.BDDSoftAssertionsProvider;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Soft assertions about our types and all those that AssertJ knows: all failures are collected, and
 * reported together.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // a module that uses this requires AssertJ itself
public class AssaySoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider,
        BDDSoftAssertionsProvider,
        AssaySoftAssertionsProvider {

  /** Makes soft assertions that {@link #assertAll()} is to report. */
  public AssaySoftAssertions() {}

  /** Runs soft assertions, and reports those that failed at the end. */
  public static void assertSoftly(Consumer<AssaySoftAssertions> assertions) {
    SoftAssertionsProvider.assertSoftly(AssaySoftAssertions.class, assertions);
  }
}
