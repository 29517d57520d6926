// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.fake.VirtualClock;
import dev.assay.trial.Trials;
import org.junit.jupiter.api.Test;

/** Runs the trial that fails: what it asserts is true, and the verdict names what it left. */
final class LeakyPingTest {
  private final LeakyPingTrial leaky = new LeakyPingTrial();

  @Test
  void assertions_alone_seeNothing() {
    leaky.answer_arrivesInTime(new VirtualClock());
  }

  @Test
  void verdict_namesTheCallThatWasLeftArmed() {
    Throwable failure =
        catchThrowable(
            () -> Trials.run(trial -> leaky.answer_arrivesInTime(new VirtualClock())).orThrow());

    assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 call is still armed")
        .hasMessageContaining("LeakyPing.java:")
        .hasMessageContaining("due at");
  }
}
