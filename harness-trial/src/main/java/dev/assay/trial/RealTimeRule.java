// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

/**
 * The rule for a trial that has passed only because real time passed: because it slept, or waited
 * for a timer or for a thread that itself waited. Time during which threads compute does not count.
 *
 * @since 0.1
 */
public enum RealTimeRule {
  /** The trial passes, and nothing is reported. */
  ALLOW,
  /** The trial passes, and the real time is reported; if the trial is strict, it fails. */
  REPORT,
  /** The trial fails. */
  FAIL
}
