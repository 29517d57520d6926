// SPDX-License-Identifier: Apache-2.0
/**
 * The threads beside a trial: which there are, what they do, and whether the trial may wait for
 * them.
 *
 * <p>The input is a {@code WatchedTrial}, which names the threads that it has started. The output
 * is the threads that could provide the awaited result ({@code ResultSources}), the threads on
 * which its wait depends ({@code OtherThreads}) and the threads that it has left ({@code
 * ThreadCheck}). Start reading at {@code ThreadSnapshot}, the state of one thread.
 */
@NullMarked
package dev.assay.trial.thread;

import org.jspecify.annotations.NullMarked;
