// SPDX-License-Identifier: Apache-2.0
/**
 * The public types of a trial: its context, its settings and its verdict.
 *
 * <p>A test body uses {@link dev.assay.trial.TrialContext}; {@link dev.assay.trial.Trials} has the
 * checks of a Deferred that every test needs. The permissions of a trial come in as {@link
 * dev.assay.trial.TrialSettings}; its result comes out as a {@link dev.assay.trial.TrialOutcome},
 * with a {@link dev.assay.trial.TrialError} and its {@link dev.assay.trial.FailureCode} for each
 * problem. This package does not run trials: {@code dev.assay.trial.run} does. Start reading at
 * {@code TrialContext}.
 */
@NullMarked
package dev.assay.trial;

import org.jspecify.annotations.NullMarked;
