// SPDX-License-Identifier: Apache-2.0
/**
 * What ten thousand tests cost, as whole processes: trials, Jupiter's tests and those of Twisted's
 * trial. Start with {@link dev.assay.benchmarks.trials.TrialsReport}.
 */
@NullMarked
package dev.assay.benchmarks.trials;

import org.jspecify.annotations.NullMarked;
