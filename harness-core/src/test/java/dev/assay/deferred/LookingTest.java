// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be seen of a Deferred by looking at it. */
final class LookingTest {
  private final List<Boolean> seen = new ArrayList<>();

  @Test
  void ledgerLine_outsideATrial_isNone() {
    assertThat(new Deferred<>().ledgerLine()).isEmpty();
  }

  @Test
  void ledgerLine_inATrial_isThatOfTheLedger() {
    Ledger ledger = new Ledger();
    Ledger.Binding trial = ledger.bind();
    Deferred<?> deferred = new Deferred<>().label("pong");
    trial.close();

    Pending line = ledger.snapshot().get(0);
    assertThat(deferred.ledgerLine()).contains(line);
    assertThat(line.name()).isEqualTo("Deferred#1 (pong)");
  }

  @Test
  void ledgerLine_settled_isStillThereAndOpensNothing() {
    Ledger ledger = new Ledger();
    Ledger.Binding trial = ledger.bind();
    Deferred<?> deferred = Deferred.succeed(3);
    trial.close();

    assertThat(deferred.ledgerLine()).map(Pending::detail).contains("succeeded: 3");
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void isRunning_onlyInsideItsOwnCallbacks() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addEffect(value -> seen.add(deferred.isRunning()));
    seen.add(deferred.isRunning());
    deferred.callback(1);
    seen.add(deferred.isRunning());

    assertThat(seen).containsExactly(false, true, false);
  }
}
