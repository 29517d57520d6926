// SPDX-License-Identifier: Apache-2.0
/**
 * What the stack of a thread shows: whose code runs, and from which line.
 *
 * <p>Only the modules of Assay see this package.
 *
 * <ul>
 *   <li>What lives here: which classes are the user's ({@code UserCode}), the search for the line
 *       of the user's code on this thread ({@code Sites}) and on others ({@code StackTraces}), the
 *       code that a trial runs ({@code TrialCode}), and where a thread or a clock is created
 *       ({@code BirthStack}).
 *   <li>What enters: frames of the JVM's.
 *   <li>What leaves: lines of code, as {@link dev.assay.pending.Site}, and answers.
 *   <li>Where to start: {@code Sites.here}.
 * </ul>
 */
@NullMarked
package dev.assay.stack;

import org.jspecify.annotations.NullMarked;
