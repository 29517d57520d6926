// SPDX-License-Identifier: Apache-2.0
/**
 * Plays recorded cases of Twisted's behaviour on our own objects and compares what comes of it.
 *
 * <ul>
 *   <li>What lives here: {@code Conformance}, the command; a {@code CaseFile}, and a {@code Case}
 *       for each of its lines; the {@code Verdict} on a case, and the {@code Report} on all. {@code
 *       Interpreters} finds what plays a kind of case, in the rooms {@code deferred}, {@code time},
 *       {@code protocol} and {@code trial}; they share the {@code language} of the cases.
 *   <li>What enters: a folder of files with a case on each line.
 *   <li>What leaves: a report, and the exit code.
 *   <li>Where to start reading: {@code Case}.
 * </ul>
 */
@NullMarked
package dev.assay.verification.conformance;

import org.jspecify.annotations.NullMarked;
