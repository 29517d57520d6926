// SPDX-License-Identifier: Apache-2.0
/** The clock as code outside the harness uses it: whose lines are sites. */
@NullMarked
package dev.assay.usage;

import org.jspecify.annotations.NullMarked;
