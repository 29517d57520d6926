// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

final class ClockExecutorTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final Executor executor = clock.executor();
  private final List<String> log = new ArrayList<>();

  @Test
  void execute_runsNothingItself_andTheTaskIsDueNow() {
    clock.advance(SECOND);
    executor.execute(logging("task"));
    assertThat(log).isEmpty();
    assertThat(clock.nextDue()).contains(SECOND);
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("task at PT1S");
  }

  @Test
  void tasks_runInTheOrderInWhichTheyWereGiven() {
    executor.execute(logging("a"));
    clock.callLater(Duration.ZERO, logging("b"));
    executor.execute(logging("c"));
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("a at PT0S", "b at PT0S", "c at PT0S");
  }

  @Test
  void tasksOfAnotherThread_runOnTheClocksThread() {
    Thread own = Thread.currentThread();
    OtherThread.run(
        () -> {
          executor.execute(() -> log.add("own thread " + own.equals(Thread.currentThread())));
          executor.execute(logging("second"));
        });
    assertThat(log).isEmpty();

    assertThat(clock.step()).isPresent();
    assertThat(log).containsExactly("own thread true");
    assertThat(clock.step()).isPresent();
    assertThat(clock.step()).isEmpty();
    assertThat(log).containsExactly("own thread true", "second at PT0S");
  }

  @Test
  void taskOfAnotherThread_comesAfterWhatWasGivenBefore_andBeforeWhatIsGivenAfter() {
    executor.execute(logging("before"));
    OtherThread.run(() -> executor.execute(logging("other")));
    executor.execute(logging("after"));
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("before at PT0S", "other at PT0S", "after at PT0S");
  }

  @Test
  void taskOfAnotherThread_countsAsDueNow() {
    clock.callLater(SECOND, logging("later"));
    OtherThread.run(() -> executor.execute(logging("other")));

    assertThat(clock.nextDue()).contains(Duration.ZERO);
    assertThat(clock.delayedCalls()).hasSize(2);
    clock.advance(SECOND);
    assertThat(log).containsExactly("other at PT0S", "later at PT1S");
  }

  @Test
  void taskHandedOverWhileACallRuns_runsBeforeTimeMoves() {
    clock.callLater(SECOND, () -> OtherThread.run(() -> executor.execute(logging("handed over"))));
    clock.callLater(SECOND.multipliedBy(2), logging("later"));
    clock.advance(SECOND.multipliedBy(5));

    assertThat(log).containsExactly("handed over at PT1S", "later at PT2S");
  }

  @Test
  void taskHandedOverByTheLastCall_runsBeforeTheClockIsIdle() {
    clock.callLater(SECOND, () -> OtherThread.run(() -> executor.execute(logging("handed over"))));
    clock.runUntilIdle(SECOND.multipliedBy(5));

    assertThat(log).containsExactly("handed over at PT1S");
    assertThat(clock.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void clockAdvancesToATaskHandedOver_withoutMovingTime() {
    clock.callLater(SECOND, logging("later"));
    OtherThread.run(() -> executor.execute(logging("other")));

    assertThat(clock.advanceToNext()).isTrue();
    assertThat(log).containsExactly("other at PT0S");
  }

  @Test
  void taskHandedOverBeforeAStall_runsBeforeWhatFellDueInIt() {
    OtherThread.run(() -> executor.execute(logging("other")));
    clock.callLater(SECOND, logging("call"));
    clock.jump(SECOND.multipliedBy(5));

    assertThat(log).containsExactly("other at PT5S", "call at PT5S");
  }

  @Test
  void taskThatThrows_isToldLikeAnyCall() {
    executor.execute(
        () -> {
          throw new IllegalStateException("from the task");
        });

    assertThatThrownBy(() -> clock.advance(Duration.ZERO)).hasMessage("from the task");
  }

  @Test
  void completableFuture_runsItsStagesOnTheClock() {
    CompletableFuture<String> future =
        CompletableFuture.supplyAsync(() -> "a", executor).thenApplyAsync(s -> s + "b", executor);
    clock.advance(Duration.ZERO);

    assertThat(future).isCompletedWithValue("ab");
  }

  @Test
  void taskThatIsNull_isRefused() {
    assertThatNullPointerException().isThrownBy(() -> executor.execute(nullTask()));
  }

  private Runnable logging(String name) {
    return () -> log.add(name + " at " + clock.elapsed());
  }

  @SuppressWarnings("NullAway")
  private static Runnable nullTask() {
    return null;
  }
}
