// SPDX-License-Identifier: Apache-2.0
/**
 * The interpreters of programs about time: {@code ClockInterpreter} of a clock and its calls,
 * {@code LoopingInterpreter} of calls that repeat.
 */
@NullMarked
package dev.assay.verification.conformance.time;

import org.jspecify.annotations.NullMarked;
