// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import dev.assay.pending.Errors;

/**
 * Users' code that has nobody to throw to: what it throws is logged.
 *
 * @since 0.1
 */
public final class Guard {
  private Guard() {}

  /** Runs users' code, which is named in the log if it throws. */
  public static void run(String what, Runnable code) {
    try {
      code.run();
    } catch (Throwable error) {
      Errors.log(what, error);
    }
  }
}
