// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * A request to fire a chain.
 *
 * @param first the value or {@link Failed} to fire it with
 */
record FiringRequest(CallbackChain target, @Nullable Object first) {}
