// SPDX-License-Identifier: Apache-2.0
/**
 * What became of the tests, and how it is printed.
 *
 * <ul>
 *   <li>What lives here: the listener of a run, the results so far, and their text.
 *   <li>What enters: the events of engines, by {@code Recorder}.
 *   <li>What leaves: a line for each test by {@code Tree}, the failures and the last line by {@code
 *       Summary}, and an {@code ExitCode}.
 *   <li>Where to start: {@code Recorder}, then {@code Results}.
 * </ul>
 */
@NullMarked
package dev.assay.cli.report;

import org.jspecify.annotations.NullMarked;
