// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

/** Words for where a piece of code was written, when nobody recorded it: its class. */
final class CodeOrigin {
  private static final String LAMBDA = "$$Lambda";

  private CodeOrigin() {}

  /** Returns {@code a lambda of PingerTest} or {@code a PingerTest.Retry}. */
  static String of(Class<?> code) {
    return (code.getName().contains(LAMBDA) ? "a lambda of " : "a ") + name(code);
  }

  /** Returns {@code PingerTest.Retry}, or for a lambda the class that it is in. */
  static String name(Class<?> code) {
    String type = code.getName();
    int lambda = type.indexOf(LAMBDA);
    String plain = lambda < 0 ? type : type.substring(0, lambda);
    return plain.substring(plain.lastIndexOf('.') + 1).replace('$', '.');
  }
}
