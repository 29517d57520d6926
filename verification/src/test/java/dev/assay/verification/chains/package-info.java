// SPDX-License-Identifier: Apache-2.0
/**
 * What holds of any program over a few Deferreds. The programs are the {@code CallbackChain}s of
 * the module for jqwik, which compares them with its model of Deferreds; here stands what holds
 * without a model.
 */
@NullMarked
package dev.assay.verification.chains;

import org.jspecify.annotations.NullMarked;
