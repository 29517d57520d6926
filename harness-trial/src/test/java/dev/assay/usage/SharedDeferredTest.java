// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.Run;
import dev.assay.trial.run.TrialRun;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Deferreds that one trial, a class or nobody has made, and that other trials add callbacks to. */
final class SharedDeferredTest {
  private static final TrialOutcome PASSED = new Passed(List.of());

  /** The ledger of what is done once for all tests of a class. */
  private final TrialRun once = TrialRun.open("com.acme.PingTest", TrialSettings.DEFAULT);

  private <T> Deferred<T> ofClass(Supplier<Deferred<T>> maker) {
    try (Ledger.Binding binding = once.ledger().bind()) {
      return Objects.requireNonNull(maker.get(), binding.toString());
    }
  }

  private static void mustBePing(String text) {
    if (!text.equals("ping")) {
      throw new AssertionError("not ping");
    }
  }

  private static TrialOutcome asserting(Deferred<String> shared) {
    return Run.of(
        trial -> {
          shared.addEffect(SharedDeferredTest::mustBePing);
          return null;
        });
  }

  @Test
  void assertion_inACallbackOnADeferredOfTheClass_failsTheTestAndNotTheClass() {
    Deferred<String> shared = ofClass(() -> Deferred.succeed("pong"));

    TrialError error = Run.error(asserting(shared));

    assertThat(error.code()).isEqualTo(FailureCode.UNHANDLED_FAILURE);
    assertThat(error)
        .hasMessageContaining("AssertionError: not ping")
        .hasMessageContaining("SharedDeferredTest.java:")
        .hasMessageContaining("in asserting");
    assertThat(error.getStackTrace()[0].getMethodName()).isEqualTo("lambda$asserting$0");
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void assertion_inACallbackOnADeferredOfNoTrial_failsTheTest() {
    Deferred<String> shared = Deferred.succeed("pong");

    TrialError error = Run.error(asserting(shared));

    assertThat(error.code()).isEqualTo(FailureCode.UNHANDLED_FAILURE);
    assertThat(error).hasMessageContaining("which was created outside of trials");
  }

  @Test
  void assertion_inACallbackOnADeferredOfARunningTrial_leavesThatTrialAlone() {
    assertThat(
            Run.of(
                owner -> {
                  Deferred<String> shared = Deferred.succeed("pong");
                  assertThat(Run.error(asserting(shared)).code())
                      .isEqualTo(FailureCode.UNHANDLED_FAILURE);
                  return null;
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void callbacks_ofTwoTrialsOnOneDeferred_areEachTheirOwn() {
    Deferred<String> shared = ofClass(() -> Deferred.succeed("ping"));

    assertThat(asserting(shared)).isEqualTo(PASSED);
    assertThat(
            Run.codes(
                Run.of(
                    trial -> {
                      shared.addEffect(ping -> mustBePing("pong"));
                      return null;
                    })))
        .containsExactly(FailureCode.UNHANDLED_FAILURE);
    assertThat(asserting(shared)).as("does not run: the failure goes by").isEqualTo(PASSED);
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void failure_ofATestsCallback_isHandledByAnErrbackOfTheSameTest() {
    Deferred<String> shared = ofClass(() -> Deferred.succeed("pong"));

    assertThat(
            Run.of(
                trial -> {
                  shared.addEffect(SharedDeferredTest::mustBePing);
                  shared.addErrback(AssertionError.class, e -> "ping");
                  return null;
                }))
        .isEqualTo(PASSED);
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void failure_ofTheClass_staysTheClasssThoughTestsAddCallbacks() {
    Deferred<String> shared = ofClass(() -> Deferred.fail(new IllegalStateException("broken")));

    assertThat(asserting(shared)).isEqualTo(PASSED);

    assertThat(Run.error(once.close()).code()).isEqualTo(FailureCode.UNHANDLED_FAILURE);
  }

  @Test
  void callback_thatNobodyFires_isPendingInTheTestThatAddedIt() {
    Deferred<String> shared = ofClass(Deferred::new);

    TrialError error = Run.error(asserting(shared));

    assertThat(error.code()).isEqualTo(FailureCode.PENDING_DEFERRED);
    assertThat(error.getStackTrace()[0].getMethodName()).isEqualTo("lambda$asserting$0");
    assertThat(error).hasMessageContaining("added to Deferred#1 [unfired, 1 callback]");
    assertThat(once.close()).as("nobody waits for it in the class").isEqualTo(PASSED);
  }

  @Test
  void callback_thatTheTestFires_isSettled() {
    Deferred<String> shared = ofClass(Deferred::new);

    assertThat(
            Run.of(
                trial -> {
                  shared.addEffect(SharedDeferredTest::mustBePing);
                  shared.callback("ping");
                  return null;
                }))
        .isEqualTo(PASSED);
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void callback_thatFailsWhenTheTestFires_isTheTests() {
    Deferred<String> shared = ofClass(Deferred::new);
    TrialBody body =
        trial -> {
          shared.addEffect(SharedDeferredTest::mustBePing);
          shared.callback("pong");
          return null;
        };

    assertThat(Run.codes(Run.of(body))).containsExactly(FailureCode.UNHANDLED_FAILURE);
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void callback_ofATestThatHasEnded_blamesNobodyElseWhenItFails() {
    Deferred<String> shared = ofClass(Deferred::new);
    asserting(shared);

    assertThat(
            Run.of(
                trial -> {
                  shared.callback("pong");
                  return null;
                }))
        .isEqualTo(PASSED);
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void result_thatIsHandedOn_isTheTrialsThatTookIt() {
    Deferred<String> shared = ofClass(() -> Deferred.succeed("pong"));

    List<Throwable> problems =
        Run.problems(
            Run.of(
                trial -> {
                  shared.addEffect(SharedDeferredTest::mustBePing);
                  Deferred.succeed(1).addDeferringCallback(one -> shared);
                  return null;
                }));

    assertThat(problems).hasSize(1);
    assertThat(((TrialError) problems.get(0)).pending())
        .extracting(Pending::kind)
        .containsExactly(PendingKind.UNHANDLED_FAILURE);
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void sharedDeferred_thatIsReturned_failsTheTestThatReturnsIt() {
    Deferred<String> shared = ofClass(() -> Deferred.succeed("pong"));

    assertThat(Run.problems(Run.of(trial -> shared.addEffect(SharedDeferredTest::mustBePing))))
        .singleElement()
        .isInstanceOf(AssertionError.class);
    assertThat(once.close()).isEqualTo(PASSED);
  }

  @Test
  void sharedDeferred_thatNobodyFires_isToldOnceWithTheLineThatWaits() {
    Deferred<String> shared = ofClass(Deferred::new);

    TrialError error =
        Run.error(
            Run.of(
                trial -> {
                  new Deferred<String>().label("another of the same number");
                  return shared.addEffect(SharedDeferredTest::mustBePing);
                }));

    assertThat(error.code()).isEqualTo(FailureCode.NEVER_FIRES);
    assertThat(error).hasMessageContaining("callbacks of this trial, added to Deferred#1 [unfired");
    assertThat(error.getStackTrace()[0].getMethodName()).contains("isToldOnce");
  }
}
