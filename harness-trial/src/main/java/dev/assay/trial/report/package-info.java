// SPDX-License-Identifier: Apache-2.0
/**
 * The text of failures, written here and nowhere else.
 *
 * <p>A verdict and the things that it is about enter; an error leaves that says when and where,
 * why, and how it came about. {@code FailureReport} lays out one text, {@code CauseText} tells a
 * chain of causes, {@code TrialErrors} makes the errors of one run. Start reading at {@code
 * FailureReport}.
 */
@NullMarked
package dev.assay.trial.report;

import org.jspecify.annotations.NullMarked;
