// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;

/**
 * A time that must not be used: every method fails the test. In a trial the test fails even if the
 * code under test hides the error.
 *
 * @since 0.1
 */
public final class UnusedTime implements ReactorTime {
  /** Creates a time that must not be used. */
  public UnusedTime() {}

  @Override
  public Duration elapsed() {
    throw used("elapsed()");
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    throw used("callLater(" + delay + ", " + Display.ofCode(call.getClass()) + ")");
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    throw used("delayedCalls()");
  }

  private static AssertionError used(String call) {
    AssertionError error = new AssertionError("time must not be used here: " + call);
    Ledger ledger = Ledger.current();
    if (ledger != null) {
      ledger.logError("code that must not use time", error);
    }
    return error;
  }
}
