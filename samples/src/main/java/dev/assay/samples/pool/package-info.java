// SPDX-License-Identifier: Apache-2.0
/** A pool of things that are lent out, and the properties that keep it honest. */
@NullMarked
package dev.assay.samples.pool;

import org.jspecify.annotations.NullMarked;
