// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.BDDSoftAssertionsProvider;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Soft assertions about Assay's types and all types that AssertJ knows: all failures are collected,
 * and reported together.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // a module that uses this requires AssertJ itself
public class AssaySoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider,
        BDDSoftAssertionsProvider,
        AssaySoftAssertionsProvider {

  /** Makes soft assertions whose failures {@link #assertAll()} reports. */
  public AssaySoftAssertions() {}

  /** Runs soft assertions, and reports all failures at the end. */
  public static void assertSoftly(Consumer<AssaySoftAssertions> assertions) {
    SoftAssertionsProvider.assertSoftly(AssaySoftAssertions.class, assertions);
  }
}
