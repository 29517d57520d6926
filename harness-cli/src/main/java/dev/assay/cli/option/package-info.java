// SPDX-License-Identifier: Apache-2.0
/**
 * The arguments of the command, and its help.
 *
 * <ul>
 *   <li>What lives here: the reader of arguments, what they mean, and what is said if they are
 *       wrong.
 *   <li>What enters: the arguments as they were written.
 *   <li>What leaves: {@code Options}, or a {@code UsageException}.
 *   <li>Where to start: {@code Options}.
 * </ul>
 */
@NullMarked
package dev.assay.cli.option;

import org.jspecify.annotations.NullMarked;
