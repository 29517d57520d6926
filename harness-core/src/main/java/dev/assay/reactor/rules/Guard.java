// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Errors;

/**
 * A guard around user code that has no caller to throw to: its exceptions are logged.
 *
 * @since 0.1
 */
public final class Guard {
  private Guard() {}

  /** Runs user code; the log names the code if it throws. */
  public static void run(String what, Runnable code) {
    try {
      code.run();
    } catch (Throwable error) {
      Errors.log(what, error);
    }
  }
}
