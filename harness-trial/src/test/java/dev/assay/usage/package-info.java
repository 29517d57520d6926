// SPDX-License-Identifier: Apache-2.0
/** Code as the authors of trials write it: what it makes has its lines as sites. */
@NullMarked
package dev.assay.usage;

import org.jspecify.annotations.NullMarked;
