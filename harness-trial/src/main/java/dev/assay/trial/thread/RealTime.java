// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The real time, which a trial uses only to decide when to give up.
 *
 * @since 0.1
 */
public final class RealTime {
  private static final long GLANCE = Duration.ofMillis(1).toNanos();

  private RealTime() {}

  /** Returns the nanoseconds since a fixed moment. */
  public static long nanos() {
    return System.nanoTime();
  }

  /** Waits for a condition that another thread may make true; returns whether it holds. */
  public static boolean waitUntil(BooleanSupplier condition, Duration limit, Ledger ledger)
      throws InterruptedException {
    for (long left = limit.toMillis(); left > 0; left--) {
      if (condition.getAsBoolean()) {
        return true;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while the trial waited for another thread");
      }
      ledger.progressed();
      LockSupport.parkNanos(GLANCE);
    }
    return condition.getAsBoolean();
  }
}
