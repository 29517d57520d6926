// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/** The name of a call outside a trial, where no ledger numbers it. */
final class PlainName implements CallName {
  private final @Nullable CallSite origin;
  private @Nullable String label;

  PlainName(@Nullable CallSite origin) {
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
