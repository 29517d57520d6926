// SPDX-License-Identifier: Apache-2.0
/**
 * What a test has left behind, as values to read.
 *
 * <ul>
 *   <li>What lives here: one open entry of a trial ({@link dev.assay.pending.Pending}) with its
 *       kind, its line of code, the cause before it and the remedy; and the exception of a use
 *       after the end of a trial.
 *   <li>What enters: nothing by itself; the ledger of a trial makes these values.
 *   <li>What leaves: the values, to verdicts, reports and tests.
 *   <li>Where to start: {@code Pending}; {@code PendingKind} for all that is said about a kind.
 * </ul>
 */
@NullMarked
package dev.assay.pending;

import org.jspecify.annotations.NullMarked;
