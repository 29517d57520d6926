// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Threads that do another thread's work. */
final class CurrentWorkTest {
  private final Ledger ledger = new Ledger();
  private final Thread other = new Thread(() -> {});

  @Test
  void thread_nothingBound_isThisThread() {
    assertThat(CurrentWork.thread()).isSameAs(Thread.currentThread());
  }

  @Test
  void actFor_untilClosed_actsForItAndSeesTheLedger() {
    Ledger.Binding binding = CurrentWork.actFor(other, ledger);
    assertThat(CurrentWork.thread()).isSameAs(other);
    assertThat(Ledger.current()).isSameAs(ledger);
    binding.close();
    assertThat(CurrentWork.thread()).isSameAs(Thread.currentThread());
    assertThat(Ledger.current()).isNull();
  }

  @Test
  void actFor_outsideATrial_seesNoLedger() {
    Ledger.Binding binding = CurrentWork.actFor(other, null);
    assertThat(CurrentWork.thread()).isSameAs(other);
    assertThat(Ledger.current()).isNull();
    binding.close();
  }

  @Test
  void bind_whileActingForAnother_actsForItStill() {
    Ledger.Binding acting = CurrentWork.actFor(other, null);
    Ledger.Binding binding = ledger.bind();
    assertThat(CurrentWork.thread()).isSameAs(other);
    assertThat(Ledger.current()).isSameAs(ledger);
    binding.close();
    acting.close();
  }
}
