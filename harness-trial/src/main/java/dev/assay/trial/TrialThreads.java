// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Executors that say for which trial they do each task. A trial recognises the threads that it
 * makes, and tasks by the code of its class. A task with neither, such as one of a pool that all
 * tests share or of the JDK's common pool, cannot be assigned to a trial.
 *
 * <pre>{@code
 * static final ExecutorService POOL = TrialThreads.carrying(Executors.newFixedThreadPool(4));
 * }</pre>
 *
 * @since 0.1
 */
public final class TrialThreads {
  private TrialThreads() {}

  /**
   * Returns an executor that delegates its tasks to another: what a task makes, logs or throws
   * belongs to the trial that has submitted it.
   */
  public static Executor carrying(Executor executor) {
    Objects.requireNonNull(executor, "executor");
    return task -> executor.execute(Errors.carrying(Ledger.current(), task));
  }

  /**
   * Returns an executor service that delegates its tasks to another, as {@link
   * #carrying(Executor)}.
   */
  public static ExecutorService carrying(ExecutorService executor) {
    return new Carrying(Objects.requireNonNull(executor, "executor"));
  }

  /** An executor service that delegates its tasks to another. */
  private static final class Carrying extends AbstractExecutorService {
    private final ExecutorService executor;

    Carrying(ExecutorService executor) {
      this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
      executor.execute(Errors.carrying(Ledger.current(), task));
    }

    @Override
    public void shutdown() {
      executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
      return executor.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
      return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      return executor.awaitTermination(timeout, unit);
    }
  }
}
