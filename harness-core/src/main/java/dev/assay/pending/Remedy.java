// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * Why an object may have been left behind, and how to fix it, according to the code that created
 * it.
 *
 * @param cause the likely cause, or null for the usual cause of its kind
 * @param fix how to avoid that it is left behind
 * @since 0.1
 */
public record Remedy(@Nullable String cause, String fix) {
  /** Returns a remedy with the usual cause of its kind. */
  public static Remedy of(String fix) {
    return new Remedy(null, fix);
  }
}
