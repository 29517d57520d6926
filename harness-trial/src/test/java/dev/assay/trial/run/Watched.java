// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.RealTime;
import dev.assay.trial.thread.ThreadFacts;
import dev.assay.trial.thread.ThreadSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A trial on a thread of its own, watched in rounds that a test goes by hand. */
@SuppressWarnings("ThreadPriorityCheck") // lets a thread come to where it is awaited
public final class Watched implements AutoCloseable {
  /** After how many rounds a wait is too long. */
  public static final int ROUNDS = 4;

  private static final int LOOKS = 250;

  /** The verdict that all is well, and that there is nothing else to say. */
  public static final TrialOutcome PASSED = new TrialOutcome.Passed(List.of());

  private final Watchdog watchdog;
  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final CompletableFuture<TrialOutcome> outcome = new CompletableFuture<>();
  private TrialSettings settings =
      TrialSettings.DEFAULT
          .withBlockingLimit(StallDetector.ROUND.multipliedBy(ROUNDS))
          .withRealLimit(Duration.ofSeconds(2));
  private Runnable lost = () -> {};
  private @Nullable Thread thread;
  private @Nullable TrialRun run;

  /** Makes what has not begun yet. */
  public Watched() {
    watchdog = new Watchdog(true);
  }

  /** Makes a trial that is to run beside another. */
  public Watched(Watched beside) {
    watchdog = beside.watchdog;
  }

  /** Sets what the trial allows. */
  public void settings(TrialSettings other) {
    settings = other;
  }

  /** Sets what is done if the trial's thread does not answer. */
  public void onLost(Runnable action) {
    lost = action;
  }

  private TrialRun open() {
    TrialRun opened = TrialRun.open("com.acme.PingTest#answers", settings);
    watchdog.watch(opened, () -> lost.run());
    return opened;
  }

  /** Begins the trial. */
  public void start(TrialBody body) {
    TrialRun opened = open();
    run = opened;
    Thread worker =
        new Thread(
            () -> {
              try {
                opened.test(body);
                opened.cleanUp();
                outcome.complete(opened.close());
              } catch (Throwable failed) {
                outcome.completeExceptionally(failed);
              }
            });
    thread = worker;
    worker.start();
  }

  /** Starts a thread of the trial's. */
  public Thread thread(Runnable work) {
    return thread(work, "other");
  }

  /** Starts a thread of the trial's, with a name. */
  public Thread thread(Runnable work, String name) {
    Thread other = new Thread(work, name);
    other.setDaemon(true);
    started.add(other);
    other.start();
    return other;
  }

  /** Interrupts the trial's thread. */
  public void interrupt() {
    Objects.requireNonNull(thread).interrupt();
  }

  /** Waits until the trial's thread is in a state. */
  public void awaitState(Thread.State state) {
    while (thread == null || thread.getState() != state) {
      Thread.yield();
    }
  }

  /** Returns a number that changes with each wait that the trial's thread begins. */
  public long waits() {
    return new ThreadFacts().waits(Objects.requireNonNull(thread));
  }

  /** Waits until the trial waits in real time for what threads outside it may bring. */
  public void awaitRealTimeWait() {
    Thread worker = Objects.requireNonNull(thread);
    while (!ThreadSnapshot.of(worker).isIn(RealTime.class.getName())
        || worker.getState() != Thread.State.TIMED_WAITING) {
      Thread.yield();
    }
  }

  /** Waits until the trial has looked who is there. */
  public void awaitLooks() {
    awaitRealTimeWait();
    TrialRun begun = Objects.requireNonNull(run);
    long enough = begun.ledger().progress() + LOOKS;
    while (begun.ledger().progress() < enough) {
      Thread.yield();
    }
    awaitRealTimeWait();
  }

  /** Goes some rounds. */
  public void rounds(int count) {
    for (int i = 0; i < count; i++) {
      watchdog.round();
    }
  }

  /** Waits until the trial has ended, and returns its verdict. */
  public TrialOutcome outcome() {
    return outcome.join();
  }

  /** Goes rounds until the trial has failed, and returns its only failure. */
  public TrialError error() {
    while (!outcome.isDone()) {
      if (!ThreadSnapshot.of(Objects.requireNonNull(thread)).isWaitOfHarness()) {
        rounds(1);
      }
      Thread.yield();
    }
    return Run.error(outcome.join());
  }

  @Override
  public void close() {
    started.forEach(Thread::interrupt);
    watchdog.close();
  }
}
