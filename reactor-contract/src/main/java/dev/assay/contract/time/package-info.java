// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of time: {@code TimeChecks} of the clock and of when calls run, {@code TurnChecks} of
 * calls without delay and of those that throw, {@code CancelChecks} and {@code MoveChecks} of calls
 * that are cancelled or moved.
 *
 * <p>What leaves are the {@code Rule}s of {@code TimeRules}. Start reading with {@code TimeChecks}.
 */
@NullMarked
package dev.assay.contract.time;

import org.jspecify.annotations.NullMarked;
