// SPDX-License-Identifier: Apache-2.0
package dev.assay.stack;

import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * The place where a trial creates an object that other trials may use.
 *
 * @param site the line of user code
 * @param isInInitialiser whether a static initialiser creates it: it is then created once, by the
 *     trial that comes first, and belongs to none
 * @since 0.1
 */
public record Birthplace(Site site, boolean isInInitialiser) {
  /** The birthplace of an object whose creation was not recorded. */
  public static final Birthplace UNKNOWN = new Birthplace(Site.unknown(), false);

  /**
   * Returns the birthplace of an object that is created here and now.
   *
   * @param code the code that the trial of this thread runs, if it is known
   */
  public static Birthplace here(@Nullable TrialCode code) {
    BirthStack stack = BirthStack.here(code);
    return new Birthplace(stack.site(), stack.isInInitialiser());
  }
}
