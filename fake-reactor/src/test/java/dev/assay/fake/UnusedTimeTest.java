// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UnusedTimeTest {
  private final UnusedTime time = new UnusedTime();

  @Test
  void everyUse_fails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(time::elapsed)
        .withMessage("time must not be used here: elapsed()");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> time.callLater(Duration.ofSeconds(1), () -> {}))
        .withMessage("time must not be used here: callLater(PT1S, a lambda of UnusedTimeTest)");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(time::delayedCalls)
        .withMessage("time must not be used here: delayedCalls()");
  }

  @Test
  void use_inATrial_isLoggedEvenIfNobodyHearsOfTheError() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding binding = ledger.bind()) {
      assertThat(binding).isNotNull();
      assertThatExceptionOfType(AssertionError.class).isThrownBy(time::elapsed);
    }

    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly(
            "code that must not use time:"
                + " java.lang.AssertionError: time must not be used here: elapsed()");
  }
}
