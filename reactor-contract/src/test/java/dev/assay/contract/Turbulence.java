// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.fake.event.Choice;
import dev.assay.fake.event.Chooser;
import java.util.Random;

/** A chooser that takes things in any order and cuts some of what is received; nothing is lost. */
final class Turbulence implements Chooser {
  private final Random random;

  Turbulence(long seed) {
    random = new Random(seed);
  }

  @Override
  public int choose(Choice what, int options) {
    boolean chosen = what == Choice.ORDER || (what == Choice.CUT && random.nextBoolean());
    return chosen ? random.nextInt(options) : 0;
  }
}
