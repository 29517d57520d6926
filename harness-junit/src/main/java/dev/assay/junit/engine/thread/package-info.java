// SPDX-License-Identifier: Apache-2.0
/**
 * The threads on which the engine runs trials, so that it can give up each of them.
 *
 * <ul>
 *   <li>What lives here: the worker threads, the wait for threads that a trial has left, and the
 *       watch for calls of {@code System.exit}.
 *   <li>What enters: a run, and a part of it to be done.
 *   <li>What leaves: the result of the part, or null if it was abandoned; failures of trials that
 *       exit, and of trials whose threads act when they are over.
 *   <li>Where to start: {@code WorkerThread}.
 * </ul>
 */
@NullMarked
package dev.assay.junit.engine.thread;

import org.jspecify.annotations.NullMarked;
