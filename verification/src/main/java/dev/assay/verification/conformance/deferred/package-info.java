// SPDX-License-Identifier: Apache-2.0
/**
 * The interpreter of programs about Deferreds: {@code DeferredInterpreter}.
 *
 * <p>The steps of a program act on a {@code World}, which has the Deferreds by name and, in {@code
 * Handovers}, what is known of their chains. Each class of operations defines some steps in its
 * script; a {@code CaseFunction} is a callback. Start reading with {@code DeferredInterpreter}.
 */
@NullMarked
package dev.assay.verification.conformance.deferred;

import org.jspecify.annotations.NullMarked;
