// SPDX-License-Identifier: Apache-2.0
/**
 * Work that runs again and again, or in slices.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.task.LoopingCall} (runs on a grid of times) and {@link
 *       dev.assay.task.Cooperator} (long work in steps), with the one loop or task each ({@code
 *       Loop}, {@link dev.assay.task.CooperativeTask}).
 *   <li>What enters: bodies and iterators, and the {@link dev.assay.time.ReactorTime} that runs
 *       them.
 *   <li>What leaves: armed calls, to that time; the end of the work, as a {@link
 *       dev.assay.deferred.Deferred}.
 *   <li>Where to start: {@code LoopingCall} and {@code Loop}; then {@code Cooperator}.
 * </ul>
 */
@NullMarked
package dev.assay.task;

import org.jspecify.annotations.NullMarked;
