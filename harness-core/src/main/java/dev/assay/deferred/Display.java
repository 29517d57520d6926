// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/** The text of users' values: short, the same in equal runs, and never a second failure. */
final class Display {
  private static final int LONGEST = 120;

  private Display() {}

  static String of(@Nullable Object value) {
    String text;
    try {
      text = String.valueOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      text = "a " + plainName(value) + " whose toString() threw " + e.getClass().getSimpleName();
    }
    if (value != null && text.equals(withIdentityHash(value))) {
      text = "a " + plainName(value);
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** Returns what Object.toString() gives, which differs from run to run. */
  private static String withIdentityHash(Object value) {
    return value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value));
  }

  private static String plainName(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    String name = value.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
