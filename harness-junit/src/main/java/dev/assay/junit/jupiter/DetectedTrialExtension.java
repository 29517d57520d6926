// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The extension that Jupiter finds automatically if extension detection is on. It does what {@link
 * TrialExtension} does, for tests that request it by an annotation of {@code dev.assay.junit} or by
 * a parameter. It does not affect other tests.
 *
 * @since 0.1
 */
public final class DetectedTrialExtension extends TrialCallbacks {
  /** Makes an extension, which has no state of its own. */
  public DetectedTrialExtension() {}

  @Override
  boolean applies(ExtensionContext context) {
    return AutoDetection.applies(context);
  }
}
