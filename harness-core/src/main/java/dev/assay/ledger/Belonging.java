// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.stack.Sites;
import org.jspecify.annotations.Nullable;

/**
 * The owner of an object without a ledger entry, as the object is never left behind: the trial and
 * the thread that created it.
 *
 * @since 0.1
 */
public final class Belonging extends Owned {
  private final Object thing;

  private Belonging(Ledger ledger, Object thing) {
    super(ledger, Sites.here());
    this.thing = thing;
  }

  /** Returns the owner of an object that is created here and now, or null outside a trial. */
  public static @Nullable Belonging of(Object thing) {
    Ledger ledger = Ledger.current();
    return ledger == null ? null : new Belonging(ledger, thing);
  }

  /**
   * Throws if the calling thread may not use an object, like {@link #checkThreadOfTrial}. Trials
   * may share objects that are created once for all.
   *
   * @param owner what {@link #of} returned for the object
   */
  public static void check(@Nullable Belonging owner, String what) {
    if (owner != null) {
      owner.checkThreadOfTrial(what);
    }
  }

  /** Returns the text of the object itself. */
  @Override
  public String name() {
    return thing.toString();
  }
}
