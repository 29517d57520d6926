// SPDX-License-Identifier: Apache-2.0
/**
 * Virtual time: the calls that are armed on one timeline, the order in which they run, and the
 * thread on which they run.
 *
 * <ul>
 *   <li>{@code Timeline} is the central class. A {@code VirtualCall} is armed on it, or an {@code
 *       Event} is scheduled, which is not a call of the user's. {@code Drive} runs what is due.
 *   <li>Order: {@code Phases} has a {@code CallQueue} for each phase of a turn, a list that becomes
 *       a {@code RadixHeap} when it is long; {@code TurnCounter} counts the turns of an instant.
 *   <li>Threads: {@code OwnerThread} is the only thread that may use a timeline; other threads hand
 *       work over to it. {@code CurrentCall} is the call that is running, and handles its
 *       exceptions.
 *   <li>Reports: {@code CallName} and {@code CallSite} describe calls; in a trial {@code CallEntry}
 *       is the call's ledger entry. {@code TraceLog} is the trace while it is written.
 *   <li>JDK interfaces: {@code VirtualScheduler} with its {@code VirtualTask}s, {@code
 *       ClockExecutor}, and the wall clock in {@code WallTime}.
 * </ul>
 *
 * <p>Work enters through {@code Timeline.arm}, {@code happen} and {@code handOver}; {@code runNext}
 * runs it. Start reading with {@code Timeline}.
 */
@NullMarked
package dev.assay.fake.timeline;

import org.jspecify.annotations.NullMarked;
