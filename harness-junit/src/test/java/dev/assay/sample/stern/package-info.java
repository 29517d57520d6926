// SPDX-License-Identifier: Apache-2.0
/** Trials of a package that is strict by an annotation of its own. */
@Stern
@NullMarked
package dev.assay.sample.stern;

import org.jspecify.annotations.NullMarked;
