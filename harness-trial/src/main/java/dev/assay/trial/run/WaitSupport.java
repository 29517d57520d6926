// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Ledger;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.ResultSources;
import java.util.function.Supplier;

/**
 * The parts of a run that every wait in it needs.
 *
 * @param settings returns the limits, which the trial may change
 * @param stop ends the wait early
 * @param sources returns the threads that could provide the awaited result, as far as known
 * @param computing finds whether a thread computes a result that the trial has requested
 * @param spent records the real time that passes
 */
record WaitSupport(
    Ledger ledger,
    Supplier<TrialSettings> settings,
    StopSignal stop,
    Supplier<ResultSources> sources,
    Computing computing,
    RealTimeSpent spent) {}
