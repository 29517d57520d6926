// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/** Problems beside which something milder happens: none is hidden by that. */
@SuppressWarnings("DoNotCallSuggester") // trials that fail on purpose
final class HiddenProblemsTest {
  @Test
  void assumption_failsAfterTheTest_skipsNothing() {
    Ran ran = Ran.of(AssumesAfter.class);

    assertThat(ran.tests())
        .containsEntry("leaks(VirtualClock)", "A-PENDING-CALL")
        .containsEntry("passes()", "passed")
        .containsEntry("skips()", "aborted: not today");
    assertThat(ran.suppressedIn("leaks(VirtualClock)")).containsExactly("A-LATE-ASSUMPTION");
  }

  @Test
  void assumption_failsInACleanUp_skipsNothing() {
    assertThat(Ran.of(AssumesInACleanUp.class).tests())
        .containsEntry("leaks(VirtualClock, TrialContext)", "A-PENDING-CALL")
        .containsEntry("passes(TrialContext)", "passed");
  }

  @Test
  void assumption_failsAfterAllTests_hidesNoLeak() {
    assertThat(Ran.of(AssumesAfterAll.class).containers())
        .containsEntry("HiddenProblemsTest$AssumesAfterAll", "A-PENDING-DEFERRED");
  }

  @Test
  void verdict_swallowed_isTold() {
    assertThat(Ran.of(Swallows.class).tests())
        .containsEntry("await(TrialContext)", "A-NEVER-FIRES")
        .containsEntry("flushed(TrialContext)", "passed");
  }

  @Test
  void exceptions_thatCannotTellWhatElseIsWrong_areStoodFor() {
    Ran ran = Ran.of(Hostile.class);

    assertThat(ran.failureOf("takesNothing(VirtualClock)"))
        .hasMessageEndingWith("HiddenProblemsTest$Closed: closed");
    assertThat(ran.suppressedIn("takesNothing(VirtualClock)")).containsExactly("A-PENDING-CALL");
    assertThat(ran.failureOf("hasNewCauses(VirtualClock)"))
        .hasMessageEndingWith("HiddenProblemsTest$NewCauses");
    assertThat(ran.suppressedIn("hasNewCauses(VirtualClock)")).containsExactly("A-PENDING-CALL");
  }

  private static void arm(VirtualClock clock) {
    clock.callLater(Duration.ofSeconds(1), () -> {});
  }

  @ExtendWith(TrialExtension.class)
  static final class AssumesAfter {
    @Test
    void leaks(VirtualClock clock) {
      arm(clock);
    }

    @Test
    void passes() {}

    @Test
    void skips() {
      throw new TestAbortedException("not today");
    }

    @AfterEach
    void tearDown() {
      throw new TestAbortedException("too late");
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class AssumesInACleanUp {
    @Test
    void leaks(VirtualClock clock, TrialContext trial) {
      arm(clock);
      passes(trial);
    }

    @Test
    void passes(TrialContext trial) {
      trial.addCleanup(
          () -> {
            throw new TestAbortedException("too late");
          });
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class AssumesAfterAll {
    @Test
    void passes() {}

    @AfterAll
    static void tearDown() {
      new Deferred<>().addCallback(value -> value);
      throw new TestAbortedException("too late");
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Swallows {
    @Test
    void await(TrialContext trial) {
      assertThatThrownBy(() -> trial.await(new Deferred<>())).isInstanceOf(TrialError.class);
    }

    @Test
    void flushed(TrialContext trial) {
      await(trial);
      assertThat(trial.flushLoggedErrors(TrialError.class)).hasSize(1);
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Hostile {
    @Test
    void takesNothing(VirtualClock clock) {
      arm(clock);
      throw new Closed();
    }

    @Test
    void hasNewCauses(VirtualClock clock) {
      arm(clock);
      throw new NewCauses();
    }
  }

  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super("closed", null, false, false);
    }
  }

  private static final class NewCauses extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      return new NewCauses();
    }
  }
}
