// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The time that users' objects have to answer for one report, such as to return their texts. They
 * are called on threads that belong to no trial. A thread that does not answer in time is
 * abandoned.
 *
 * @since 0.1
 */
public final class AnswerBudget {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private long left;

  /** Sets the total time. */
  public AnswerBudget(Duration limit) {
    left = limit.toNanos();
  }

  /** Returns the time for one report. */
  public static AnswerBudget forReport() {
    return new AnswerBudget(LIMIT);
  }

  /** Calls a function on its own thread; returns null if it throws or time is up. */
  public <T> @Nullable T ask(Callable<T> question) {
    long began = System.nanoTime();
    try {
      return left <= 0 ? null : answer(question);
    } catch (OutOfMemoryError full) {
      return null; // there is no room for a thread
    } finally {
      left -= System.nanoTime() - began;
    }
  }

  private <T> @Nullable T answer(Callable<T> question) {
    FutureTask<T> answer = new FutureTask<>(() -> asking(question));
    // The group of this thread may be a trial's, which must not count the new thread as its own.
    Thread thread = new Thread(outermostGroup(), answer, "trial report", 0, false);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setDaemon(true);
    thread.start();
    try {
      return await(answer);
    } catch (ExecutionException | TimeoutException noAnswer) {
      return null;
    } finally {
      thread.interrupt();
    }
  }

  /** Returns the thread group that contains all others, and belongs to no trial. */
  public static ThreadGroup outermostGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  private static <T> T asking(Callable<T> question) throws Exception {
    Ledger.Binding asking = CurrentWork.ask();
    try {
      return question.call();
    } finally {
      asking.close();
    }
  }

  /** Waits for an answer; an interrupt is kept for later, as the wait is short. */
  private <T> T await(FutureTask<T> answer) throws ExecutionException, TimeoutException {
    long end = System.nanoTime() + left;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
