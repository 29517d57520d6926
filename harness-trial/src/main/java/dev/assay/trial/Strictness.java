// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

/**
 * The degrees to which a trial fails by what it leaves behind.
 *
 * @since 0.1
 */
public enum Strictness {
  /** Nothing of it fails the trial; its outcome lists it. Errors that nobody handled still fail. */
  LENIENT,
  /** All of it does, but Deferreds that nobody waits for. */
  NORMAL,
  /** All of it does. */
  STRICT
}
