// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.FailureCode;
import dev.assay.trial.run.Watched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Waits for what runs neither on a thread of the trial's nor in code of the user's. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
final class StallDetectorWithPoolsTest {
  private static final int MANY = 3 * Watched.ROUNDS;

  private final Watched trial = new Watched();

  @AfterEach
  void end() {
    trial.close();
  }

  @Test
  void wait_forATaskOfAPoolForAll_thatIsAllOfTheJdk_isNoStandstill() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    pool.prestartAllCoreThreads();
    AtomicBoolean enough = new AtomicBoolean();
    Stream<Boolean> search = Stream.generate(enough::get).filter(Boolean.TRUE::equals);
    trial.start(
        context -> {
          assertThat(pool.submit(search::findFirst).get()).contains(true);
          return null;
        });
    trial.awaitState(Thread.State.WAITING);
    trial.rounds(MANY);
    enough.set(true);
    assertThat(trial.outcome()).isEqualTo(Watched.PASSED);
    pool.shutdown();
  }

  @Test
  void wait_besideAPoolForAll_thatHasNothingToDo_isARealWait() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    pool.prestartAllCoreThreads();
    LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    trial.start(context -> answers.take());
    trial.awaitState(Thread.State.WAITING);
    assertThat(trial.error().code()).isEqualTo(FailureCode.REAL_WAIT);
    pool.shutdown();
  }

  @Test
  void wait_forAProcessThatComputes_isNoStandstill() throws Exception {
    Process computing = child("computes");
    trial.start(context -> endOf(computing));
    trial.awaitState(Thread.State.WAITING);
    for (int i = 0; i < MANY; i++) {
      awaitTick(computing);
      trial.rounds(1);
    }
    computing.destroyForcibly();
    assertThat(trial.outcome()).isEqualTo(Watched.PASSED);
  }

  @Test
  void wait_forAProcessThatWaits_isARealWait() throws Exception {
    Process waiting = child("waits");
    trial.start(context -> endOf(waiting));
    trial.awaitState(Thread.State.WAITING);
    assertThat(trial.error().code()).isEqualTo(FailureCode.REAL_WAIT);
    waiting.destroyForcibly();
  }

  private static @Nullable Object endOf(Process process) throws InterruptedException {
    process.waitFor();
    return null;
  }

  /** Waits until the system says that a process has run for longer than it said before. */
  @SuppressWarnings("ThreadPriorityCheck") // lets the process come to run
  private static void awaitTick(Process running) {
    var before = running.info().totalCpuDuration();
    while (running.info().totalCpuDuration().equals(before)) {
      Thread.yield();
    }
  }

  /** Starts a process, and waits until it is there. */
  private static Process child(String what) throws IOException {
    Process started =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    what))
            .start();
    assertThat(started.getInputStream().read()).isEqualTo('!');
    return started;
  }

  /** What a child process does. */
  static final class Child {
    private Child() {}

    /** Says that it is there, and computes or waits until it is ended, or its parent is. */
    public static void main(String[] args) throws IOException {
      System.out.print('!');
      System.out.flush();
      while (args[0].equals("computes") && System.in.available() == 0) {
        Thread.onSpinWait();
      }
      assertThat(System.in.read()).isNegative();
    }
  }
}
