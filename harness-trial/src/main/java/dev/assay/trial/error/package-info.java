// SPDX-License-Identifier: Apache-2.0
/**
 * Exceptions of users' code, read and reported without harm to whoever does so.
 *
 * <p>An exception enters that may throw, hang or lie when it is asked what it is; one leaves that
 * can be printed. {@code ReportableError} decides, {@code Held} walks through causes and suppressed
 * exceptions, {@code Aside} limits the time for it, and {@code TrialNote} is what a report adds.
 * Start reading at {@code ReportableError}.
 */
@NullMarked
package dev.assay.trial.error;

import org.jspecify.annotations.NullMarked;
