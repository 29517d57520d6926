// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * Why a thing may have been left behind, and what to do about it, as whoever made it knows.
 *
 * @param cause the likely cause, or null for what is true of its kind
 * @param fix what to do so that it is not left behind
 * @since 0.1
 */
public record Remedy(@Nullable String cause, String fix) {
  /** Returns a remedy for what is left behind for the cause that is true of its kind. */
  public static Remedy of(String fix) {
    return new Remedy(null, fix);
  }
}
