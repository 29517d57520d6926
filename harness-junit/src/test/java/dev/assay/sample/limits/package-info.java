// SPDX-License-Identifier: Apache-2.0
/** Trials of a package whose limit cannot be read. */
@NullMarked
@TimeLimit(real = "forever")
package dev.assay.sample.limits;

import dev.assay.junit.TimeLimit;
import org.jspecify.annotations.NullMarked;
