// SPDX-License-Identifier: Apache-2.0
/** Jupiter tests as users of the extension write them, and what comes of them. */
@NullMarked
package dev.assay.usage.jupiter;

import org.jspecify.annotations.NullMarked;
