// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Errors;

/** Users' code that has nobody to throw to: what it throws is logged. */
final class Guard {
  private Guard() {}

  static void run(String what, Runnable code) {
    try {
      code.run();
    } catch (Throwable error) {
      Errors.log(what, error);
    }
  }
}
