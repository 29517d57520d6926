// SPDX-License-Identifier: Apache-2.0
/**
 * The rules that every reactor keeps, whether its network is real or in memory.
 *
 * <ul>
 *   <li>What lives here: the states of a connection ({@code StreamLifecycle}), of the producer that
 *       writes to it ({@code ProducerSlot}), of a connector and its attempts ({@code
 *       BaseConnector}, {@code BaseAttempt}), of a port ({@code PortLifecycle}), of a child process
 *       ({@code BaseProcess}) and of a reactor ({@code ReactorLifecycle}), with their ledger
 *       entries.
 *   <li>What enters: requests of users' code, and what an implementation reports of its network.
 *   <li>What leaves: calls of protocols and factories; through {@code Surroundings}, events for the
 *       implementation to run.
 *   <li>Where to start: {@code Surroundings}, then {@code StreamLifecycle}.
 * </ul>
 */
@NullMarked
package dev.assay.reactor.rules;

import org.jspecify.annotations.NullMarked;
