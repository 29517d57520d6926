// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code trial}, which runs tests and prints the results.
 *
 * <ul>
 *   <li>What lives here: the course of a run, from arguments to an exit code. Its parts are in
 *       {@code option}, the reader of arguments; {@code select}, which finds the tests; and {@code
 *       report}, which records and prints what became of them.
 *   <li>What enters: the arguments, by {@link dev.assay.cli.Main}.
 *   <li>What leaves: text to the two output streams, and an exit code.
 *   <li>Where to start: {@code TrialCommand}, then {@code TestRun}.
 * </ul>
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
