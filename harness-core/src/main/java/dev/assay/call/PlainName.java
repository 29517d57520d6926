// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * The name of a call outside a trial, where no ledger numbers it.
 *
 * @since 0.1
 */
public final class PlainName implements CallName {
  private final @Nullable CallSite origin;
  private @Nullable String label;

  /** Creates a name, with the origin of the call if it was recorded. */
  public PlainName(@Nullable CallSite origin) {
    this.origin = origin;
  }

  @Override
  public String name() {
    return label == null ? "DelayedCall" : "DelayedCall (" + label + ")";
  }

  @Override
  public String origin() {
    return origin == null ? "" : origin.toString();
  }

  @Override
  public Site site() {
    return origin == null ? Site.unknown() : origin.site();
  }

  @Override
  public void label(String label) {
    this.label = label;
  }

  @Override
  public void settle() {}

  @Override
  public void open() {}
}
