// SPDX-License-Identifier: Apache-2.0
/**
 * Time as code under test sees it.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.time.ReactorTime} and {@link dev.assay.time.DelayedCall},
 *       which clocks implement; and the futures that stay with such a time.
 *   <li>What enters: calls to arm, and completions of futures, from any thread.
 *   <li>What leaves: calls, on the reactor's thread; in a trial, records of futures that are not
 *       done, to the {@link dev.assay.ledger.Ledger}.
 *   <li>Where to start: {@code ReactorTime}; for futures, {@code ReactorFuture} and {@link
 *       dev.assay.time.FutureHome}.
 * </ul>
 */
@NullMarked
package dev.assay.time;

import org.jspecify.annotations.NullMarked;
