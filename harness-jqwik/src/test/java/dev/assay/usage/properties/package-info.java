// SPDX-License-Identifier: Apache-2.0
/** Properties as users write them: what they make has their lines as sites. */
@NullMarked
package dev.assay.usage.properties;

import org.jspecify.annotations.NullMarked;
