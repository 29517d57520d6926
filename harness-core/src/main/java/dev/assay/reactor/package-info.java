// SPDX-License-Identifier: Apache-2.0
/**
 * The network, threads and life cycle of a program, as interfaces that reactors implement.
 *
 * <ul>
 *   <li>What lives here: one narrow interface for each ability of a reactor, such as {@link
 *       dev.assay.reactor.ReactorTcp} or {@link dev.assay.reactor.ReactorThreads}; {@link
 *       dev.assay.reactor.Reactor}, which combines them; and the options they take.
 *   <li>What enters: factories and protocols from {@link dev.assay.protocol}, commands and
 *       protocols from {@link dev.assay.process}, calls and triggers.
 *   <li>What leaves: connectors, ports and child processes; results, as a {@link
 *       dev.assay.deferred.Deferred}.
 *   <li>Where to start: {@code ReactorTcp}; {@link dev.assay.time.ReactorTime} for the calls.
 * </ul>
 */
@NullMarked
package dev.assay.reactor;

import org.jspecify.annotations.NullMarked;
