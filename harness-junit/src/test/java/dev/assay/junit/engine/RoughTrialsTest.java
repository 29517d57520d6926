// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.RoughSamples;
import dev.assay.sample.RoughSamples.Hangs;
import dev.assay.sample.RoughSamples.HangsBeforeAll;
import dev.assay.sample.RoughSamples.LeavesAThread;
import dev.assay.sample.RoughSamples.LeavesAThreadAtTheEnd;
import dev.assay.sample.RoughSamples.SequentialsWait;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

final class RoughTrialsTest {
  @Test
  void trial_hangs_isLeftToItself() throws Exception {
    EngineExecutionResults results = Engine.run(Hangs.class);
    Hangs.NEVER.release();
    Thread lost = Hangs.LOST.get(0);
    lost.join();

    results.testEvents().assertStatistics(s -> s.started(2).failed(1).succeeded(1));
    Throwable failure = Engine.failure(results, "hangs");
    assertThat(code(failure)).isEqualTo(FailureCode.REAL_WAIT);
    assertThat(failure)
        .hasMessageContaining("RoughSamples.java")
        .hasStackTraceContaining("acquireUninterruptibly");
    assertThat(Hangs.AFTER).hasSize(1).doesNotContain(lost.getName());
  }

  @Test
  void beforeAll_hangs_failsTheClass() {
    EngineExecutionResults results = Engine.run(HangsBeforeAll.class);
    HangsBeforeAll.NEVER.release();

    results.testEvents().assertStatistics(s -> s.started(0));
    assertThat(code(Engine.failure(results, "HangsBeforeAll"))).isEqualTo(FailureCode.REAL_WAIT);
  }

  @Test
  void trial_leavesAThread_failsAndOnlyThat() {
    EngineExecutionResults results = Engine.run(LeavesAThread.class);
    LeavesAThread.END.countDown();

    results.allEvents().assertStatistics(s -> s.started(4).failed(1).succeeded(3));
    Throwable failure = Engine.failure(results, "startsOne");
    assertThat(code(failure)).isEqualTo(FailureCode.THREAD_LEFT);
    Golden.check("thread-left", failure);
  }

  @Test
  void trial_threadThatIsStartedAtTheVeryEnd_isSeenToo() {
    EngineExecutionResults results = Engine.run(LeavesAThreadAtTheEnd.class);
    LeavesAThreadAtTheEnd.END.countDown();

    assertThat(Engine.failure(results, "startsOne"))
        .hasMessageStartingWith("A-THREAD-LEFT: the thread left at the end is still running");
  }

  @Test
  void trial_sequentialsWaitAtTheEnd_theirThreadsDoNotCount() {
    EngineExecutionResults results = Engine.run(SequentialsWait.class);

    results.testEvents().assertStatistics(s -> s.started(2).failed(1).succeeded(1));
    Throwable failure = Engine.failure(results, "mustNot");
    assertThat(code(failure)).isEqualTo(FailureCode.NEVER_FIRES);
    assertThat(failure).hasMessageContaining("can never fire: nothing is ready");
    assertThat(failure.getSuppressed())
        .noneMatch(other -> String.valueOf(other.getMessage()).contains("A-THREAD-LEFT"));
  }

  @Test
  void trial_threadThatIsWaitedForFiresADeferred_failsItself() {
    EngineExecutionResults results = Engine.run(RoughSamples.EndsLate.class);

    results.allEvents().assertStatistics(s -> s.started(3).failed(1).succeeded(2));
    assertThat(Engine.failure(results, "isFiredLate"))
        .hasMessageContaining("thread late tried to fire Deferred#1");
  }

  @Test
  void threads_thatEndOrAreShared_areNoProblem() {
    EngineExecutionResults results = Engine.run(RoughSamples.EndsItsThreads.class);

    results.allEvents().assertStatistics(s -> s.started(5).succeeded(5));
  }

  @Test
  void trial_makesAPoolOfTheClassGrow_needsLeaveByTheNamesOfItsThreads() {
    EngineExecutionResults results = Engine.run(RoughSamples.SharesPools.class);

    results.allEvents().assertStatistics(s -> s.started(4).failed(1).succeeded(3));
    assertThat(Engine.failure(results, "mayMakeOnlyTheOtherPoolGrow"))
        .hasMessageStartingWith("A-THREAD-LEFT: the thread shared pool ");
  }

  @Test
  void trial_worstErrors_failAndTheNextIsRun() {
    EngineExecutionResults results = Engine.run(RoughSamples.Errors.class);

    results.testEvents().assertStatistics(s -> s.started(5).failed(4).succeeded(1));
    assertThat(Engine.failure(results, "hasNoMemory"))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseInstanceOf(OutOfMemoryError.class);
    assertThat(Engine.failure(results, "overflowsTheStack")).isInstanceOf(StackOverflowError.class);
    assertThat(Engine.failure(results, "cannotSayWhy"))
        .hasMessageContaining("Mute whose message cannot be read");
    assertThat(code(Engine.failure(results, "isInterrupted"))).isEqualTo(FailureCode.INTERRUPTED);
  }

  private static FailureCode code(Throwable failure) {
    assertThat(failure).isInstanceOf(TrialError.class);
    return ((TrialError) failure).code();
  }
}
