// SPDX-License-Identifier: Apache-2.0
/**
 * Safe reading and reporting of exceptions from users' code.
 *
 * <p>The input is an exception that may throw, hang or give wrong answers when it is read; the
 * output is one that can be printed. {@code ReportableError} decides, {@code NestedErrors} walks
 * through causes and suppressed exceptions, {@code AnswerBudget} limits the time, and {@code
 * TrialNote} is the addition of a report. Start reading at {@code ReportableError}.
 */
@NullMarked
package dev.assay.trial.error;

import org.jspecify.annotations.NullMarked;
