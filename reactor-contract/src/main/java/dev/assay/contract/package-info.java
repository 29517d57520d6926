// SPDX-License-Identifier: Apache-2.0
/**
 * The contract of reactors, as checks that can be run on any reactor.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.contract.ReactorContract}, the list of all checks. The
 *       checks themselves are in hidden rooms below: {@code time}, {@code stream}, {@code
 *       datagram}, {@code reactor} and {@code process}; and they are written with {@code rig} and
 *       {@code peer}.
 *   <li>What enters: a {@link dev.assay.contract.subject.ContractSubject}, which you write for your
 *       reactor.
 *   <li>What leaves: a {@link dev.assay.contract.ContractReport}.
 *   <li>Where to start: {@code ContractSubject} to have a reactor checked; {@code TimeChecks} and
 *       {@code Rig} to write a check.
 * </ul>
 */
@NullMarked
package dev.assay.contract;

import org.jspecify.annotations.NullMarked;
