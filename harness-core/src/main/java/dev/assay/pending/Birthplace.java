// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * Where something is made in a trial that others than that trial may come upon.
 *
 * @param site the line of user code
 * @param isInInitialiser whether a static initialiser makes it: it is made once, whichever trial
 *     happens to come first, and belongs to none
 * @since 0.1
 */
public record Birthplace(Site site, boolean isInInitialiser) {
  /** The birthplace of what nobody has looked at. */
  public static final Birthplace UNKNOWN = new Birthplace(Site.unknown(), false);

  /** Returns the birthplace of what is made here and now, in the trial of a ledger. */
  public static Birthplace here(Ledger ledger) {
    BirthStack stack = BirthStack.here(ledger);
    return new Birthplace(stack.site(), stack.isInInitialiser());
  }
}
