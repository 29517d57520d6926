// SPDX-License-Identifier: Apache-2.0
/**
 * The engine that finds trials and runs them on the JUnit Platform.
 *
 * <ul>
 *   <li>What lives here: the tree of classes and trials, its order, and the run of each.
 *   <li>What enters: requests of JUnit, by {@link dev.assay.junit.engine.TrialEngine}; what classes
 *       declare, from {@code declared}; threads that can be given up, from {@code thread}.
 *   <li>What leaves: a tree of nodes, and for each trial an exception or none, with its reports.
 *   <li>Where to start: {@code Discovery} for what is found, {@code TrialExecution} for how it is
 *       run.
 * </ul>
 */
@NullMarked
package dev.assay.junit.engine;

import org.jspecify.annotations.NullMarked;
