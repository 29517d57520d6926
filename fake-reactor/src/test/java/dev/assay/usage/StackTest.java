// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stack of a failure that the watchdog has found: tools show it, and users click on it. */
@Timeout(60)
final class StackTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final TrialSettings HASTY =
      TrialSettings.DEFAULT.withBlockingLimit(Duration.ofMillis(100));

  private static List<StackTraceElement> stack(TrialBody body) {
    return List.of(FrozenRun.problems(Trials.runAwaiting(HASTY, body)).get(0).getStackTrace());
  }

  private static void assertNamesThisClassWithLines(List<StackTraceElement> stack) {
    assertThat(stack)
        .filteredOn(frame -> frame.getClassName().startsWith(StackTest.class.getName()))
        .isNotEmpty()
        .allMatch(frame -> frame.getLineNumber() > 0);
  }

  @Test
  void taskThatIsAMethodReference_standsWhereItWasGiven() {
    assertNamesThisClassWithLines(
        stack(
            trial -> {
              LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
              return trial.fixture(FakeReactor.class, FakeReactor::new).deferToThread(queue::take);
            }));
  }

  @Test
  void callThatIsAMethodReference_standsWhereItWasArmed() {
    assertNamesThisClassWithLines(
        stack(
            trial -> {
              VirtualClock clock = new VirtualClock();
              LockSupport.parkNanos(1); // takes what permit the thread may have
              clock.callLater(SECOND, LockSupport::park);
              clock.advance(SECOND);
              return null;
            }));
  }
}
