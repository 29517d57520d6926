// SPDX-License-Identifier: Apache-2.0
/** Code as users of the assertions write it: what it makes has its lines as sites. */
@NullMarked
package dev.assay.usage;

import org.jspecify.annotations.NullMarked;
