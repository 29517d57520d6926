// SPDX-License-Identifier: Apache-2.0
/**
 * What you write to have a reactor checked: a {@link dev.assay.contract.subject.ContractSubject},
 * which has the reactor and drives it, and which runs each {@link
 * dev.assay.contract.subject.ChildProgram} if the reactor has child processes.
 */
@NullMarked
package dev.assay.contract.subject;

import org.jspecify.annotations.NullMarked;
