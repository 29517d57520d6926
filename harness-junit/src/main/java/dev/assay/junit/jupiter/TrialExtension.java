// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The extension that makes a Jupiter test a trial: the test fails if it leaves something pending,
 * and its constructor, its fixtures and its method can have fakes as parameters.
 *
 * <p>A trial spans the constructor, {@code @BeforeEach}, the test, the cleanups and
 * {@code @AfterEach}. The verdict comes last, when Jupiter has closed the objects annotated with
 * {@code @AutoClose}. A factory of dynamic tests is a trial, and so is each of its tests.
 *
 * @since 0.1
 */
public final class TrialExtension extends TrialCallbacks {
  /** Makes an extension, which has no state of its own. */
  public TrialExtension() {}

  @Override
  boolean applies(ExtensionContext context) {
    return true;
  }
}
