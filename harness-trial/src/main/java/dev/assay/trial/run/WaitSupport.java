// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.Ledger;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.Bringers;
import java.util.function.Supplier;

/**
 * The parts of a run that every wait in it needs.
 *
 * @param settings gives the limits, which the trial may change
 * @param stop ends the wait early
 * @param bringers gives those who could bring what is waited for, as far as they are known
 * @param computing tells whether somebody computes what the trial has asked for
 * @param spent takes down the real time that goes by
 */
record WaitSupport(
    Ledger ledger,
    Supplier<TrialSettings> settings,
    StopSignal stop,
    Supplier<Bringers> bringers,
    Computing computing,
    RealTimeSpent spent) {}
