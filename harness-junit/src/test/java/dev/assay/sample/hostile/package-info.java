// SPDX-License-Identifier: Apache-2.0
/** Trials that do their worst, for the tests of the engine. */
@NullMarked
package dev.assay.sample.hostile;

import org.jspecify.annotations.NullMarked;
