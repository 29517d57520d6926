// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.ExpectedWork;
import dev.assay.pending.Ledger;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.Bringers;
import dev.assay.trial.thread.RealTime;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The work that threads do for a trial outside its time: while they compute what it has asked them
 * for, its time stands still, as to compute takes none.
 */
final class Computing {
  /** How often it is looked whether somebody computes. */
  private static final Duration LOOK = Duration.ofMillis(1);

  /** At how many looks in a row nobody computes until it is clear that no thread is about to. */
  private static final int IDLE = 100;

  /** The same if there is no thread that could be about to. */
  private static final int IDLE_ALONE = 5;

  private static final long ANYTHING = -1;

  private final Ledger ledger;
  private final Supplier<TrialSettings> settings;
  private final Supplier<Bringers> bringers;

  /** How much had been asked for when it was last seen that nobody computes. */
  private long known;

  Computing(Ledger ledger, Supplier<TrialSettings> settings, Supplier<Bringers> bringers) {
    this.ledger = ledger;
    this.settings = settings;
    this.bringers = bringers;
  }

  /**
   * Has it looked once more, as something is waited for of which nobody knows where it comes from.
   */
  void expect() {
    known = ANYTHING;
  }

  /**
   * Waits, before time moves, for as long as somebody computes; returns whether there is news, and
   * time need perhaps not move.
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
      ledger.progressed(); // to look takes time in which the trial does not stand still
    }
    known = asked;
    return false;
  }
}
