// SPDX-License-Identifier: Apache-2.0
/**
 * The texts of failures, which no other package composes.
 *
 * <p>The input is a verdict and the things that it is about; the output is an error that says when
 * and where, why, and how it came about. {@code FailureReport} lays out one text, {@code CauseText}
 * renders a chain of causes, {@code TrialErrors} makes the errors of one run. Start reading at
 * {@code FailureReport}.
 */
@NullMarked
package dev.assay.trial.report;

import org.jspecify.annotations.NullMarked;
