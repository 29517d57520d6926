// SPDX-License-Identifier: Apache-2.0
/** Work that runs later, again and again, in slices or as straight-line code. */
@NullMarked
package dev.assay.task;

import org.jspecify.annotations.NullMarked;
