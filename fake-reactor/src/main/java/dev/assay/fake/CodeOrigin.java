// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

/** Words for where a piece of code was written, when nobody recorded it: its class. */
final class CodeOrigin {
  private CodeOrigin() {}

  /** Returns {@code a lambda of PingerTest} or {@code a PingerTest.Retry}. */
  static String of(Class<?> code) {
    String type = code.getName();
    int lambda = type.indexOf("$$Lambda");
    String plain = lambda < 0 ? type : type.substring(0, lambda);
    String readable = plain.substring(plain.lastIndexOf('.') + 1).replace('$', '.');
    return (lambda < 0 ? "a " : "a lambda of ") + readable;
  }
}
