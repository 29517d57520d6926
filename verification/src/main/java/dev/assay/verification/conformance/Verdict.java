// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

/** What came of one case. */
sealed interface Verdict {
  /** Returns the kind of the case. */
  String kind();

  /** Ours did as Twisted did. */
  record Passed(String kind) implements Verdict {}

  /**
   * Ours did something else, or the case could not be played.
   *
   * @param report which case it is and what went wrong, for people
   */
  record Failed(String kind, String report) implements Verdict {}

  /** Nothing plays cases of this kind yet. */
  record NotSupported(String kind) implements Verdict {}
}
