// SPDX-License-Identifier: Apache-2.0
/**
 * The run of one trial: its parts in order, each awaited, and the verdict at the end.
 *
 * <p>Engines drive a {@code TrialRun} themselves, or an {@code ExternallyDrivenRun} where a
 * framework decides on the order; a {@code Watchdog} and a {@code DeathWatch} look after it from
 * other threads. Inside, {@code Awaiter} lets time pass until something has come about, {@code
 * PartWatch} is where the watchdog and the trial meet, {@code Tally} collects what is wrong, and
 * {@code LeftoverCheck} looks at the end. They get the ledger, the settings and the maker of
 * errors, and know no run. Start reading at {@code TrialRun}.
 */
@NullMarked
package dev.assay.trial.run;

import org.jspecify.annotations.NullMarked;
