// SPDX-License-Identifier: Apache-2.0
/** Annotations for trials, which every door to them reads. */
@NullMarked
package dev.assay.junit;

import org.jspecify.annotations.NullMarked;
