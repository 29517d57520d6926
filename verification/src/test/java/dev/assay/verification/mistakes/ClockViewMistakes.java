// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/** Mistakes with a clock's executors and futures. */
@SuppressWarnings("FutureReturnValueIgnored") // they are mistakes
final class ClockViewMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private ClockViewMistakes() {}

  @Mistake(
      value = "a future of the clock gets a timeout and is never completed",
      code = FailureCode.PENDING_CALL,
      elsewhere = "in a plain CompletableFuture, a real timer that is not noticed")
  static final class FutureTimeoutLeft {
    @Trial
    void future(VirtualClock clock) {
      CompletableFuture<String> answer = clock.future();
      answer.orTimeout(30, SECONDS); // here
    }
  }

  @Mistake(
      value = "a future gets a default value for a timeout, and the test ends before",
      code = FailureCode.PENDING_CALL)
  static final class FutureDefaultLeft {
    @Trial
    void future(VirtualClock clock) {
      CompletableFuture<String> answer = clock.future();
      answer.completeOnTimeout("none", 30, SECONDS); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "a dependent of a future gets a timeout, and only the test knows its original",
      code = FailureCode.PENDING_CALL)
  static final class DependentTimeoutLeft {
    @Trial
    void future(VirtualClock clock) {
      CompletableFuture<String> answer = clock.future();
      answer.thenCompose(ignored -> clock.<String>future()).orTimeout(30, SECONDS); // here
      answer.complete("pong");
    }
  }

  @Mistake(
      value = "an assertion is in a dependent of a future that is never completed",
      code = FailureCode.PENDING_DEFERRED,
      elsewhere = "passes everywhere")
  static final class FutureLeft {
    @Trial
    void future(VirtualClock clock) {
      CompletableFuture<String> answer = clock.future(); // here
      answer.thenAccept(text -> assertThat(text).isEqualTo("pong"));
    }
  }

  @Mistake(
      value = "an assertion is in a dependent of the future of a Deferred that never fires",
      code = FailureCode.PENDING_DEFERRED)
  static final class FutureOfDeferredLeft {
    @Trial
    void future(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>(); // here
      Deferreds.toFuture(answer, clock).thenAccept(text -> assertThat(text).isEqualTo("pong"));
    }
  }

  @Mistake(
      value = "the test joins a future that a call of its own clock completes",
      elsewhere = "hangs")
  static final class FutureJoined {
    @Trial
    void future(VirtualClock clock) {
      CompletableFuture<String> answer = clock.future();
      clock.callLater(SECOND, () -> answer.complete("pong"));
      assertThat(answer.join()).isEqualTo("pong"); // here
    }
  }

  @Mistake(
      value = "a call joins a future that a later call completes",
      code = FailureCode.LOGGED_ERROR,
      elsewhere = "hangs")
  static final class FutureJoinedInACall {
    @Trial
    void future(VirtualClock clock) {
      CompletableFuture<String> answer = clock.future();
      clock.callLater(SECOND, answer::join); // here
      clock.callLater(SECOND, () -> answer.complete("pong"));
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "the test gets the result of a task, and has not advanced the clock")
  static final class TaskNotWaitedFor {
    @Trial
    void task(VirtualClock clock) throws Exception {
      Future<String> answer = clock.scheduledExecutor().schedule(() -> "pong", 1, SECONDS);
      assertThat(answer.get()).isEqualTo("pong"); // here
    }
  }

  @Mistake(value = "the test waits for a task with too short a timeout")
  static final class TaskGotTooEarly {
    @Trial
    void task(VirtualClock clock) throws Exception {
      Future<String> answer = clock.scheduledExecutor().schedule(() -> "pong", 5, SECONDS);
      assertThat(answer.get(4, SECONDS)).isEqualTo("pong"); // here
    }
  }

  @Mistake(
      value = "a call waits for a task of the clock without a limit",
      code = FailureCode.LOGGED_ERROR)
  static final class TaskGotInACall {
    @Trial
    void task(VirtualClock clock) {
      Future<String> answer = clock.scheduledExecutor().schedule(() -> "pong", 1, SECONDS);
      clock.scheduledExecutor().execute(() -> get(answer));
      clock.advance(SECOND);
    }

    private static void get(Future<String> answer) {
      try {
        answer.get(); // here
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Mistake(
      value = "an executor is shut down, and a delayed task that it keeps is forgotten",
      code = FailureCode.PENDING_CALL)
  static final class TaskOutlivesShutdown {
    @Trial
    void task(VirtualClock clock) {
      ScheduledExecutorService executor = clock.scheduledExecutor();
      executor.schedule(() -> {}, 1, SECONDS); // here
      executor.shutdown();
    }
  }

  @Mistake(
      value = "one of several tasks that are invoked together throws, and its future is not read",
      code = FailureCode.LOGGED_ERROR,
      elsewhere = "passes everywhere")
  static final class InvokedTaskThrows {
    @Trial
    void tasks(VirtualClock clock) throws InterruptedException {
      clock.scheduledExecutor().invokeAll(List.of(() -> 1, () -> Integer.parseInt("none"))); // here
    }
  }

  @Mistake(
      value = "a command that is passed to an executor throws",
      code = FailureCode.LOGGED_ERROR)
  static final class CommandThrows {
    @Trial
    void command(VirtualClock clock) {
      clock.scheduledExecutor().execute(() -> Integer.parseInt("none")); // here
    }
  }

  @Mistake(value = "a task is submitted to an executor that was shut down")
  static final class TaskAfterShutdown {
    @Trial
    void task(VirtualClock clock) {
      ScheduledExecutorService executor = clock.scheduledExecutor();
      executor.shutdown();
      executor.submit(() -> "pong"); // here
    }
  }

  @Mistake(
      value = "the test waits forever for an executor that was not shut down",
      elsewhere = "hangs")
  static final class TerminationNotAskedFor {
    @Trial
    void executor(VirtualClock clock) throws InterruptedException {
      ScheduledExecutorService executor = clock.scheduledExecutor();
      assertThat(executor.awaitTermination(Long.MAX_VALUE, SECONDS)).isTrue(); // here
    }
  }

  @Mistake(
      value = "a thread of the code under test schedules a task on the clock",
      code = FailureCode.FOREIGN_CALL)
  static final class SchedulesFromThread {
    @Trial
    void task(VirtualClock clock) throws InterruptedException {
      ScheduledExecutorService executor = clock.scheduledExecutor();
      Thread thread = new Thread(() -> executor.schedule(() -> {}, 0, SECONDS)); // here
      thread.start();
      thread.join();
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "a thread of the code under test cancels a task of the clock",
      code = FailureCode.FOREIGN_CALL)
  static final class CancelsFromThread {
    @Trial
    void task(VirtualClock clock) throws InterruptedException {
      Future<?> task = clock.scheduledExecutor().schedule(() -> {}, 1, SECONDS);
      Thread thread = new Thread(() -> task.cancel(false)); // here
      thread.start();
      thread.join();
    }
  }

  @Mistake(
      value = "a thread of the code under test stops an executor of the clock that has tasks",
      code = FailureCode.FOREIGN_CALL)
  static final class StopsFromThread {
    @Trial
    void task(VirtualClock clock) throws InterruptedException {
      ScheduledExecutorService executor = clock.scheduledExecutor();
      executor.scheduleAtFixedRate(() -> {}, 1, 1, SECONDS);
      Thread thread = new Thread(() -> executor.shutdownNow()); // here
      thread.start();
      thread.join();
    }
  }

  @Mistake(
      value = "a thread of the code under test completes a future with a dependent on the clock",
      code = FailureCode.FOREIGN_CALL)
  static final class CompletesFromThread {
    @Trial
    void future(VirtualClock clock) throws InterruptedException {
      CompletableFuture<String> answer = clock.future();
      answer.thenAcceptAsync(text -> {});
      Thread thread = new Thread(() -> answer.complete("pong")); // here
      thread.start();
      thread.join();
    }
  }
}
