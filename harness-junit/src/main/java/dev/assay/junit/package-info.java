// SPDX-License-Identifier: Apache-2.0
/** Annotations for trials, which all engines and extensions of Assay read. */
@NullMarked
package dev.assay.junit;

import org.jspecify.annotations.NullMarked;
