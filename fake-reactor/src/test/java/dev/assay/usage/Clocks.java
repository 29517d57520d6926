// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import dev.assay.fake.VirtualClock;
import dev.assay.ledger.Ledger;

/** Clocks of trials that do not run at the moment. */
public final class Clocks {
  private Clocks() {}

  /** Creates a clock in the trial of a ledger. */
  public static VirtualClock in(Ledger ledger) {
    Ledger.Binding binding = ledger.bind();
    try {
      return new VirtualClock();
    } finally {
      binding.close();
    }
  }
}
