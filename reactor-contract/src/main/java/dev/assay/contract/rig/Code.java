// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.rig;

/**
 * Code of a check, which may throw anything.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Code {
  /** Runs the code. */
  void run() throws Exception;
}
