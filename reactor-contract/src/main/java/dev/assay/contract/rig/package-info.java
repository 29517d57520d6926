// SPDX-License-Identifier: Apache-2.0
/**
 * What every check is written with.
 *
 * <ul>
 *   <li>{@code Rule} is a rule and its check: a name, a sentence, what a reactor and its subject
 *       must have, and a program.
 *   <li>{@code Rig} is what the program is given: it acts on the reactor's thread, waits, notes
 *       what happened, and cleans up.
 *   <li>{@code Expect} and {@code Moment} are the assertions.
 * </ul>
 *
 * <p>What enters is a {@code ContractSubject}, what leaves an {@code AssertionError}, or none.
 * Start reading with {@code Rule}.
 */
@NullMarked
package dev.assay.contract.rig;

import org.jspecify.annotations.NullMarked;
