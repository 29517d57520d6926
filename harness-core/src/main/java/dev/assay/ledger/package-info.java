// SPDX-License-Identifier: Apache-2.0
/**
 * The record of what a test may leave behind, and of which thread works for which trial.
 *
 * <p>Only the modules of Assay see this package. It is one room because a ledger and the threads of
 * its trial need each other: an entry asks which thread creates it, and a thread is known by the
 * ledger that it works for.
 *
 * <ul>
 *   <li>What lives here: the {@link dev.assay.ledger.Ledger} of a trial with its entries; the rules
 *       for threads (which trial a thread works for, which thread may use an object); and the texts
 *       of users' values ({@link dev.assay.ledger.Display}).
 *   <li>What enters: entries of the packages above ({@link dev.assay.ledger.LedgerEntry}), errors
 *       that cannot be reported elsewhere ({@link dev.assay.ledger.Errors}), and visits of foreign
 *       threads.
 *   <li>What leaves: the open entries, as lines ({@link dev.assay.pending.Pending}); events, to a
 *       {@link dev.assay.ledger.LedgerListener}; refusals, to threads.
 *   <li>Where to start: {@code Ledger} and {@code LedgerEntry}; {@code CurrentWork} and {@code
 *       OwnerSearch} for threads.
 * </ul>
 */
@NullMarked
package dev.assay.ledger;

import org.jspecify.annotations.NullMarked;
