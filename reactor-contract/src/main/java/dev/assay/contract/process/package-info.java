// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of child processes: their start, output, input, end, and the results of commands.
 *
 * <p>{@code ProcessRules} lists them; {@code Children} starts the programs of the subject, with
 * {@code Child} as the protocol that notes what happens. A {@code Rig} enters, and an {@code
 * AssertionError} leaves, or nothing. Start reading with {@code OutputChecks}.
 */
@NullMarked
package dev.assay.contract.process;

import org.jspecify.annotations.NullMarked;
