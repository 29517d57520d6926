// SPDX-License-Identifier: Apache-2.0
/** What things cost, measured with the peers in the same run. */
@NullMarked
package dev.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
