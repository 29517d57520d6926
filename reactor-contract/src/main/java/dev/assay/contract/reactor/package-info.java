// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of the rest of a reactor: {@code NameChecks} of name lookups, {@code ThreadChecks} and
 * {@code PoolChecks} of its threads, {@code CoreChecks} and {@code TriggerChecks} of its start and
 * stop.
 *
 * <p>What leaves are the {@code Rule}s of {@code ReactorRules}. Start reading with {@code
 * CoreChecks}.
 */
@NullMarked
package dev.assay.contract.reactor;

import org.jspecify.annotations.NullMarked;
