// SPDX-License-Identifier: Apache-2.0
/** Classes with trials, good and bad, for the tests of the engine to run. */
@NullMarked
package dev.assay.sample;

import org.jspecify.annotations.NullMarked;
