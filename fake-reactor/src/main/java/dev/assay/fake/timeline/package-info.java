// SPDX-License-Identifier: Apache-2.0
/**
 * Virtual time: the calls that are armed on one timeline, the order in which they run, and the
 * thread on which they run.
 *
 * <ul>
 *   <li>{@code Timeline} is the central class. A {@code VirtualCall} is armed on it, or an {@code
 *       Event} is scheduled, which is not a call of the user's. {@code Drive} runs what is due.
 *   <li>Order: {@code Phases} has a {@link dev.assay.call.CallQueue} for each phase of a turn;
 *       {@code TurnCounter} counts the turns of an instant.
 *   <li>Threads: an {@link dev.assay.call.OwnerThread} is the only thread that may use a timeline;
 *       other threads hand work over to it.
 *   <li>{@code TraceLog} is the trace while it is written.
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
