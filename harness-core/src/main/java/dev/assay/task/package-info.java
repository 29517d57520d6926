// SPDX-License-Identifier: Apache-2.0
/** Work that runs again and again, or in slices. */
@NullMarked
package dev.assay.task;

import org.jspecify.annotations.NullMarked;
