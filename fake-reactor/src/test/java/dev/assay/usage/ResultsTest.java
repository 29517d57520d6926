// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.deferred.Deferred;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the three questions about a Deferred say when the answer is another one. */
final class ResultsTest {
  private static final String FIX =
      "\n  fix: first run what it waits for, for example with clock.advance(...), or return it";

  @Test
  void successResultOf_noResultYet_saysWhatToDo() {
    Deferred<String> pong = new Deferred<String>().label("pong");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Trials.successResultOf(pong))
        .withMessage("expected a value, but this is " + pong + FIX);
  }

  @Test
  void successResultOf_noResultYetInATrial_saysWhereTheDeferredWasMade() {
    TrialOutcome outcome =
        FrozenRun.of(TrialSettings.DEFAULT, trial -> Trials.successResultOf(new Deferred<>()));
    assertThat(FrozenRun.problems(outcome).get(0))
        .hasMessageStartingWith(
            "expected a value, but this is Deferred#1 [unfired]\n  created at ResultsTest.java:")
        .hasMessageEndingWith(FIX);
  }

  @Test
  void failureResultOf_noResultYet_saysWhatToDo() {
    Deferred<String> pong = new Deferred<>();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Trials.failureResultOf(pong, IOException.class))
        .withMessage("expected a failure, but this is " + pong + FIX);
  }

  @Test
  void successResultOf_failure_hasItAsTheCause() {
    IOException gone = new IOException("gone");
    Deferred<String> pong = Deferred.fail(gone);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Trials.successResultOf(pong))
        .withMessage("expected a value, but this is " + pong)
        .withCause(gone);
    pong.addErrback(error -> "expected");
  }
}
