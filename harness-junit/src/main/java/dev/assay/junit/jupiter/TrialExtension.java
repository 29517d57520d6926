// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The extension that makes a Jupiter test a trial: it fails if it leaves something pending, and is
 * given fakes as parameters of its constructor, its fixtures and itself.
 *
 * <p>A trial spans the constructor, {@code @BeforeEach}, the test, the clean-ups and
 * {@code @AfterEach}. It is judged last, when Jupiter has closed what is annotated with
 * {@code @AutoClose}. A factory of dynamic tests is a trial, and so is each of its tests.
 *
 * @since 0.1
 */
public final class TrialExtension extends TrialCallbacks {
  /** Makes an extension; it has no state of its own. */
  public TrialExtension() {}

  @Override
  boolean applies(ExtensionContext context) {
    return true;
  }
}
