// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code trial}, which runs tests and prints the results.
 *
 * <ul>
 *   <li>What lives here: the reader of arguments and names, the use of JUnit's launcher, and the
 *       output.
 *   <li>What enters: the arguments, by {@link dev.assay.cli.Main}; the events of engines, by {@code
 *       Recorder}.
 *   <li>What leaves: text to the two output streams, and an exit code.
 *   <li>Where to start: {@code TrialCommand}, then {@code TestRun}. From there {@code NameResolver}
 *       and {@code TestDiscovery} find the tests, {@code Recorder} and {@code Results} collect the
 *       outcomes, and {@code Tree} and {@code Summary} print them.
 * </ul>
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
