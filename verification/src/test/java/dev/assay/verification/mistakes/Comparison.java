// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

/**
 * What was expected of a trial, and what came.
 *
 * @param subject the class, and the method if it is not the only one
 */
record Comparison(String subject, String expected, String actual) {
  boolean isRight() {
    return expected.equals(actual);
  }

  /** Returns the comparison as some lines of a report. */
  @Override
  public String toString() {
    return "WRONG %s%n  expected: %s%n  actual:   %s".formatted(subject, expected, actual);
  }
}
