// SPDX-License-Identifier: Apache-2.0
/** What a test may leave behind, and how to find out. */
@NullMarked
package dev.assay.pending;

import org.jspecify.annotations.NullMarked;
