// SPDX-License-Identifier: Apache-2.0
/**
 * The words of a trial: what its code is handed, what it may do, and what became of it.
 *
 * <p>{@link dev.assay.trial.TrialContext} is what a test body asks for; {@link
 * dev.assay.trial.Trials} has the questions about a Deferred that every test asks. What a trial
 * allows enters as {@link dev.assay.trial.TrialSettings}; what became of it leaves as a {@link
 * dev.assay.trial.TrialOutcome}, with a {@link dev.assay.trial.TrialError} and its {@link
 * dev.assay.trial.FailureCode} for each thing that is wrong. Nothing here runs a trial: that is
 * {@code dev.assay.trial.run}. Start reading at {@code TrialContext}.
 */
@NullMarked
package dev.assay.trial;

import org.jspecify.annotations.NullMarked;
