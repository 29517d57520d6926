// SPDX-License-Identifier: Apache-2.0
/**
 * The language of the cases: how programs are read, and how what came of them is written.
 *
 * <ul>
 *   <li>{@code Fields} reads JSON strictly, and {@code Script} a list of steps; {@code Names} has
 *       the objects that steps speak of. What is not understood is a {@code
 *       MalformedCaseException}.
 *   <li>{@code Trace} and {@code Recording} are what came of a program; {@code Values}, {@code
 *       ErrorNames} and {@code Ticks} say how results, errors and times are written.
 *   <li>An {@code Interpreter} plays a program. Start reading there.
 * </ul>
 */
@NullMarked
package dev.assay.verification.conformance.language;

import org.jspecify.annotations.NullMarked;
