// SPDX-License-Identifier: Apache-2.0
/** Mistakes in asynchronous tests, each of which must be caught, and tests without a mistake. */
@NullMarked
package dev.assay.verification.mistakes;

import org.jspecify.annotations.NullMarked;
