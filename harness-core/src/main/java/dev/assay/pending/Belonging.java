// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * Whose a thing is that has no entry in a ledger, as it is never left behind: the trial and the
 * thread that have made it.
 *
 * @since 0.1
 */
public final class Belonging extends Owned {
  private final Object thing;

  private Belonging(Ledger ledger, Object thing) {
    super(ledger, Site.here());
    this.thing = thing;
  }

  /** Returns whose a thing is that is made here and now, or null outside a trial. */
  public static @Nullable Belonging of(Object thing) {
    Ledger ledger = Ledger.current();
    return ledger == null ? null : new Belonging(ledger, thing);
  }

  /**
   * Refuses this thread if it may not use a thing, as {@link #checkThreadOfTrial} does: trials may
   * share what is made once for all.
   *
   * @param whose what {@link #of} has returned for the thing
   */
  public static void check(@Nullable Belonging whose, String what) {
    if (whose != null) {
      whose.checkThreadOfTrial(what);
    }
  }

  /** Returns what the thing says of itself. */
  @Override
  public String name() {
    return thing.toString();
  }
}
