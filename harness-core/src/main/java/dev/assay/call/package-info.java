// SPDX-License-Identifier: Apache-2.0
/**
 * Armed calls, as every implementation of time keeps them, in virtual time or in real time.
 *
 * <ul>
 *   <li>What lives here: {@code ArmedCall} and its {@code CallQueue}; the name of a call in
 *       reports, which in a trial is its ledger entry; {@code CurrentCall}, which runs calls;
 *       {@code OwnerThread}, the only thread that may use a clock or a reactor.
 *   <li>What enters: users' code with its due time.
 *   <li>What leaves: the first call that is due; its exceptions go to the trial's ledger.
 *   <li>Where to start: {@code ArmedCall}.
 * </ul>
 */
@NullMarked
package dev.assay.call;

import org.jspecify.annotations.NullMarked;
