// SPDX-License-Identifier: Apache-2.0
/**
 * The record of what a test may leave behind.
 *
 * <ul>
 *   <li>What lives here: the {@link dev.assay.pending.Ledger} of a trial with its entries; the
 *       rules for threads (which trial a thread works for, which thread may use an object); and the
 *       search for the user's line of code ({@link dev.assay.pending.Site}).
 *   <li>What enters: entries of the packages above ({@link dev.assay.pending.LedgerEntry}), errors
 *       that cannot be reported elsewhere ({@link dev.assay.pending.Errors}), and visits of foreign
 *       threads.
 *   <li>What leaves: the open entries, as lines ({@link dev.assay.pending.Pending}); events, to a
 *       {@link dev.assay.pending.LedgerListener}; refusals, to threads.
 *   <li>Where to start: {@code Ledger} and {@code LedgerEntry}; {@code CurrentWork} and {@code
 *       Whose} for threads.
 * </ul>
 */
@NullMarked
package dev.assay.pending;

import org.jspecify.annotations.NullMarked;
