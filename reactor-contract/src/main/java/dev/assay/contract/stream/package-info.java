// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of connections.
 *
 * <ul>
 *   <li>One class for each subject, such as {@code CloseChecks}: rules that hold for every family
 *       of addresses.
 *   <li>Classes whose name begins with {@code Tcp} or {@code Unix} have what only one family has;
 *       {@code ResetChecks}, that in which they differ.
 * </ul>
 *
 * <p>What leaves are the {@code Rule}s of {@code StreamRules}. Start reading with that, and {@code
 * DataChecks}.
 */
@NullMarked
package dev.assay.contract.stream;

import org.jspecify.annotations.NullMarked;
