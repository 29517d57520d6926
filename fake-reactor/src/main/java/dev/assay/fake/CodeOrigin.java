// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Display;

/** The names of code of which nobody has recorded where it was written. */
final class CodeOrigin {
  private CodeOrigin() {}

  /** Returns {@code a lambda of PingerTest} or {@code a PingerTest.Retry}. */
  static String of(Class<?> code) {
    return Display.ofCode(code);
  }

  /** Returns {@code PingerTest.Retry}, or for a lambda the class that it is in. */
  static String name(Class<?> code) {
    return Display.codeName(code);
  }
}
