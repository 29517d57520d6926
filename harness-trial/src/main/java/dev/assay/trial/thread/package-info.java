// SPDX-License-Identifier: Apache-2.0
/**
 * The threads beside a trial: who they are, what they do, and whether the trial may wait for them.
 *
 * <p>A trial enters as a {@code WatchedTrial}, which names the threads that it has started. What
 * leaves is who could bring what the trial waits for ({@code Bringers}), on whom its wait depends
 * ({@code Others}) and which threads it has left ({@code ThreadCheck}). Start reading at {@code
 * Sight}, the look at one thread.
 */
@NullMarked
package dev.assay.trial.thread;

import org.jspecify.annotations.NullMarked;
