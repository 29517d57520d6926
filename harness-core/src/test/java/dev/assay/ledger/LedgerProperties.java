// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class LedgerProperties {
  private static final class Thing extends LedgerEntry {
    Thing(Ledger ledger) {
      super(ledger, PendingKind.LOCK, Site.unknown());
    }

    @Override
    protected PendingKind kind() {
      return PendingKind.LOCK;
    }

    @Override
    protected String detail() {
      return "held";
    }
  }

  /** Each number opens or settles an entry: those from zero up open, the others settle. */
  @Property
  void anyOrderOfOpeningAndSettling_snapshotHoldsTheOpenOnesInOrderOfBirth(
      @ForAll @Size(max = 60) List<@IntRange(min = -8, max = 7) Integer> program) {
    Ledger ledger = new Ledger();
    List<Thing> things = IntStream.range(0, 8).mapToObj(i -> new Thing(ledger)).toList();
    TreeSet<Integer> open = new TreeSet<>();
    for (int step : program) {
      if (step >= 0) {
        things.get(step).open();
        open.add(step);
      } else {
        things.get(-step - 1).settle();
        open.remove(-step - 1);
      }
      assertThat(ledger.snapshot())
          .extracting(Pending::name)
          .containsExactlyElementsOf(open.stream().map(i -> "Lock#" + (i + 1)).toList());
    }
  }
}
