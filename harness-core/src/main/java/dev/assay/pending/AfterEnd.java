// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.function.Consumer;

/**
 * The use of a trial's things when the trial has ended. It is refused; on a thread that does not
 * run another trial, nobody may see that, so that somebody else is told.
 *
 * @since 0.1
 */
public final class AfterEnd {
  private AfterEnd() {}

  /**
   * Tells somebody, from now on, of what threads want of a trial that has ended: on those threads,
   * and once for each line of code.
   */
  public static void tell(Ledger ledger, Consumer<String> hearer) {
    ledger.foreign.tellOfLate(hearer);
  }

  /**
   * Refuses what is wanted of a trial that has ended.
   *
   * @param what what is wanted, such as {@code fire Deferred#2}
   */
  public static TrialOverException refuse(Ledger ledger, String what) {
    return refuse(
        ledger,
        what,
        "nobody can " + what + ": its trial has ended; a trial must make what it uses itself");
  }

  /** Refuses what is wanted of a trial that has ended, with a text that knows more. */
  public static TrialOverException refuse(Ledger ledger, String what, String text) {
    if (Ledger.current() == null) {
      ledger.foreign.addLate(
          Site.here(), "thread " + Thread.currentThread().getName() + " wanted to " + what);
    }
    return new TrialOverException(text);
  }
}
