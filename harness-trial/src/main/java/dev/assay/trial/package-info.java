// SPDX-License-Identifier: Apache-2.0
/** One test body, run and judged also by what it left pending. */
@NullMarked
package dev.assay.trial;

import org.jspecify.annotations.NullMarked;
