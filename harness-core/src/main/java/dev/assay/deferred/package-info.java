// SPDX-License-Identifier: Apache-2.0
/** Results that arrive later. */
@NullMarked
package dev.assay.deferred;

import org.jspecify.annotations.NullMarked;
