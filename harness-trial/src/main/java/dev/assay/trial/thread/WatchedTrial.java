// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.ledger.Births;
import dev.assay.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a trial: those that it has started, and the one that runs it.
 *
 * @since 0.1
 */
public interface WatchedTrial {
  /** Returns the ledger, which knows the threads that the trial has started. */
  Ledger ledger();

  /** Returns the name of the class whose method the trial is, or an empty string. */
  String testClass();

  /** Returns the thread that is running a part of the trial, or null between parts. */
  @Nullable Thread thread();

  /**
   * Returns whether the trial has started a thread that is not one of those shared by all trials.
   */
  default boolean hasStarted(Thread some) {
    Births births = ledger().births();
    return !ResultSources.DELAYS.matcher(some.getName()).matches()
        && births.placeOf(some.getId()) != null
        && !births.isForAll(some);
  }

  /** Returns whether a thread runs the trial, or stands in for the one that does. */
  default boolean isRunBy(Thread some) {
    return some.equals(thread()) || some.equals(ledger().substitute());
  }
}
