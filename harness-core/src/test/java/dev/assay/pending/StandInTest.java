// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Threads that do another thread's work. */
final class StandInTest {
  private final Ledger ledger = new Ledger();
  private final Thread other = new Thread(() -> {});

  @Test
  void original_nothingBound_isThisThread() {
    assertThat(StandIn.original()).isSameAs(Thread.currentThread());
  }

  @Test
  void of_untilClosed_standsInAndSeesTheLedger() {
    Ledger.Binding binding = StandIn.of(other, ledger);
    assertThat(StandIn.original()).isSameAs(other);
    assertThat(Ledger.current()).isSameAs(ledger);
    binding.close();
    assertThat(StandIn.original()).isSameAs(Thread.currentThread());
    assertThat(Ledger.current()).isNull();
  }

  @Test
  void of_outsideATrial_seesNoLedger() {
    Ledger.Binding binding = StandIn.of(other, null);
    assertThat(StandIn.original()).isSameAs(other);
    assertThat(Ledger.current()).isNull();
    binding.close();
  }

  @Test
  void bind_whileStandingIn_standsInStill() {
    Ledger.Binding standIn = StandIn.of(other, null);
    Ledger.Binding binding = ledger.bind();
    assertThat(StandIn.original()).isSameAs(other);
    assertThat(Ledger.current()).isSameAs(ledger);
    binding.close();
    standIn.close();
  }
}
