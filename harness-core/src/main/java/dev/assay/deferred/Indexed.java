// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * The first value among several Deferreds.
 *
 * @param index the index of its Deferred
 * @param value the value
 * @since 0.1
 */
public record Indexed<T extends @Nullable Object>(int index, T value) {}
