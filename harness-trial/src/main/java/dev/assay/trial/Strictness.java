// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

/**
 * The degrees to which a trial fails by what it leaves behind.
 *
 * @since 0.1
 */
public enum Strictness {
  /** Leftovers do not fail the trial; its outcome lists them. Unhandled errors still fail it. */
  LENIENT,
  /** All leftovers fail the trial, except Deferreds that nothing waits for. */
  NORMAL,
  /** All leftovers fail the trial. */
  STRICT
}
