// SPDX-License-Identifier: Apache-2.0
/** Time, as code under test sees it. */
@NullMarked
package dev.assay.time;

import org.jspecify.annotations.NullMarked;
