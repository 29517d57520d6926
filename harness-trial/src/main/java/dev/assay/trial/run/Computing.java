// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.ExpectedWork;
import dev.assay.ledger.Ledger;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.RealTime;
import dev.assay.trial.thread.ResultSources;
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
  private final Supplier<ResultSources> sources;

  /** The number of requests when it was last found that no thread computes. */
  private long known;

  Computing(Ledger ledger, Supplier<TrialSettings> settings, Supplier<ResultSources> sources) {
    this.ledger = ledger;
    this.settings = settings;
    this.sources = sources;
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
      idle = sources.get().isAnyComputing() ? 0 : idle + 1;
      enough = idle > 0 && sources.get().look().isEmpty() ? IDLE_ALONE : IDLE;
      ledger.progressed(); // the time of a look is no standstill
    }
    known = asked;
    return false;
  }
}
