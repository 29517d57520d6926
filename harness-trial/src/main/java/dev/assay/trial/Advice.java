// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import dev.assay.pending.Remedy;
import java.util.List;

/**
 * What to make of a failure.
 *
 * @param cause the likely cause
 * @param fix what to do about it
 */
record Advice(String cause, String fix) {
  /** Returns what there is to say about some things, or else what is true of any such failure. */
  static Advice on(List<Pending> things, Advice otherwise) {
    return things.stream()
        .map(thing -> on(thing, otherwise))
        .filter(special -> !special.equals(otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  private static Advice on(Pending thing, Advice otherwise) {
    Remedy remedy = thing.remedy();
    if (remedy == null) {
      return otherwise;
    }
    return new Advice(remedy.cause() == null ? otherwise.cause : remedy.cause(), remedy.fix());
  }
}
