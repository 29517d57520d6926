// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.ExpectedWork;
import dev.assay.ledger.Ledger;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.Bringers;
import dev.assay.trial.thread.RealTime;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The work that threads do for a trial outside its time. While they compute what the trial has
 * requested, its time does not move, as computing takes no virtual time.
 */
final class Computing {
  /** The interval between looks for a computing thread. */
  private static final Duration LOOK = Duration.ofMillis(1);

  /**
   * The number of successive looks without a computing thread after which none is about to compute.
   */
  private static final int IDLE = 100;

  /** The same if no thread could be about to compute. */
  private static final int IDLE_ALONE = 5;

  private static final long ANYTHING = -1;

  private final Ledger ledger;
  private final Supplier<TrialSettings> settings;
  private final Supplier<Bringers> bringers;

  /** The number of requests when it was last found that no thread computes. */
  private long known;

  Computing(Ledger ledger, Supplier<TrialSettings> settings, Supplier<Bringers> bringers) {
    this.ledger = ledger;
    this.settings = settings;
    this.bringers = bringers;
  }

  /** Causes one more look, as the trial waits for something of unknown origin. */
  void expect() {
    known = ANYTHING;
  }

  /**
   * Waits, before time moves, while a thread computes; returns whether there is news, so that time
   * may not have to move.
   */
  boolean brings(BooleanSupplier news) throws InterruptedException {
    long asked = ExpectedWork.askedFor(ledger);
    if (asked == known) {
      return false;
    }
    Duration left = settings.get().realLimit();
    int enough = IDLE;
    for (int idle = 0;
        idle < enough && left.compareTo(Duration.ZERO) > 0;
        left = left.minus(LOOK)) {
      if (RealTime.waitUntil(news, LOOK, ledger)) {
        return true;
      }
      idle = bringers.get().isAnybodyComputing() ? 0 : idle + 1;
      enough = idle > 0 && bringers.get().look().isNobody() ? IDLE_ALONE : IDLE;
      ledger.progressed(); // the time of a look is no standstill
    }
    known = asked;
    return false;
  }
}
