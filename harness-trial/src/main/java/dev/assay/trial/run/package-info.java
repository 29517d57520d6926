// SPDX-License-Identifier: Apache-2.0
/**
 * The run of one trial: its parts in order, each awaited, and the verdict at the end.
 *
 * <p>Engines drive a {@code TrialRun} themselves, or an {@code ExternallyDrivenRun} where a
 * framework decides on the order; a {@code Watchdog} and a {@code DeathWatch} watch it from other
 * threads. Inside, {@code Awaiter} moves time until a condition holds, {@code PartWatch} connects
 * the watchdog and the trial, {@code Tally} collects the problems, and {@code LeftoverCheck} checks
 * what is left at the end. They use the ledger, the settings and the factory of errors, and do not
 * know the run. Start reading at {@code TrialRun}.
 */
@NullMarked
package dev.assay.trial.run;

import org.jspecify.annotations.NullMarked;
