// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

/**
 * The rule for a trial that has passed only because real time went by: because it slept, or waited
 * for a timer or for a thread that waited itself. Time in which threads compute is no such time.
 *
 * @since 0.1
 */
public enum RealTimeRule {
  /** It passes, and nothing is said. */
  ALLOW,
  /** It passes, and that is reported; if the trial is strict, it fails. */
  REPORT,
  /** It fails. */
  FAIL
}
