// SPDX-License-Identifier: Apache-2.0
/**
 * The contract of reactors, as checks that can be run on any reactor.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.contract.ReactorContract}, the list of all checks; one
 *       class of checks for each subject, such as {@code TcpCloseChecks}; and their tools, {@code
 *       Rig}, {@code Net}, {@code Peer} and others.
 *   <li>What enters: a {@link dev.assay.contract.ContractSubject}, which you write for your
 *       reactor.
 *   <li>What leaves: a {@link dev.assay.contract.ContractReport}.
 *   <li>Where to start: {@code ContractSubject} to have a reactor checked; {@code TimeChecks} and
 *       {@code Rig} to write a check.
 * </ul>
 */
@NullMarked
package dev.assay.contract;

import org.jspecify.annotations.NullMarked;
