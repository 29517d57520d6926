// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The extension that Jupiter finds by itself where it is told to look for extensions: it does what
 * {@link TrialExtension} does, for tests that ask for it by an annotation of {@code
 * dev.assay.junit} or by a parameter, and nothing to any other test.
 *
 * @since 0.1
 */
public final class DetectedTrialExtension extends TrialCallbacks {
  /** Makes an extension; it has no state of its own. */
  public DetectedTrialExtension() {}

  @Override
  boolean applies(ExtensionContext context) {
    return Wish.of(context);
  }
}
