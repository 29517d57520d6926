// SPDX-License-Identifier: Apache-2.0
/**
 * The event loop of a reactor: its thread, its time and its turns.
 *
 * <ul>
 *   <li>What lives here: {@code Loop}, which runs one turn after another; {@code Calls}, which are
 *       armed in real time; {@code LoopThread}, the only thread that may use a reactor.
 *   <li>What enters: calls with their delays; calls that other threads hand over; events of the
 *       reactor's own.
 *   <li>What leaves: their execution, and what Netty reports between the turns.
 *   <li>Where to start: {@code Loop.turn}.
 * </ul>
 */
@NullMarked
package dev.assay.netty.loop;

import org.jspecify.annotations.NullMarked;
