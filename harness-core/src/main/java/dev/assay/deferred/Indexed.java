// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * The first value that one of several Deferreds gave.
 *
 * @param index the place of that Deferred among the others
 * @param value what it gave
 * @since 0.1
 */
public record Indexed<T extends @Nullable Object>(int index, T value) {}
