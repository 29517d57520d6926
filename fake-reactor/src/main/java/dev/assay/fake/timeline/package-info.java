// SPDX-License-Identifier: Apache-2.0
/**
 * Virtual time: the calls that are armed on one timeline, in which order they run, and on which
 * thread.
 *
 * <ul>
 *   <li>{@code Timeline} is the centre. A {@code VirtualCall} is armed on it, or an {@code Event}
 *       has something happen that is no call of the user's; {@code Drive} runs what is due.
 *   <li>What comes next: {@code Phases} has a {@code CallQueue} for each phase of a turn, a list
 *       that becomes a {@code RadixHeap} when it is long; {@code TurnCounter} counts the turns of
 *       an instant.
 *   <li>Who may touch it: {@code OwnerThread}; other threads hand work over to it. {@code
 *       CurrentCall} is the call that runs, and takes what it throws.
 *   <li>What reports say: {@code CallName} and {@code CallSite}; in a trial {@code CallEntry} is
 *       the call's line in the ledger. {@code TraceLog} is the trace while it is written.
 *   <li>The views of the JDK: {@code VirtualScheduler} with its {@code VirtualTask}s, {@code
 *       ClockExecutor}, and the wall clock in {@code WallTime}.
 * </ul>
 *
 * <p>Work enters by {@code Timeline.arm}, {@code happen} and {@code handOver}; it leaves when
 * {@code runNext} runs it. Start reading with {@code Timeline}.
 */
@NullMarked
package dev.assay.fake.timeline;

import org.jspecify.annotations.NullMarked;
