// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A thread named {@code worker}, beside the test's own. */
public final class OtherThread<V extends @Nullable Object> {
  private final FutureTask<V> work;
  private final Thread thread;

  private OtherThread(Callable<V> work) {
    this.work = new FutureTask<>(work);
    this.thread = new Thread(this.work, "worker");
    thread.setDaemon(true);
    thread.start();
  }

  public static <V extends @Nullable Object> OtherThread<V> running(Callable<V> work) {
    return new OtherThread<>(work);
  }

  /** Runs work on another thread to its end, and throws what it throws. */
  public static void run(Runnable work) {
    try {
      running(
              () -> {
                work.run();
                return true;
              })
          .result();
    } catch (ExecutionException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(thrown.getCause());
    }
  }

  public boolean isDone() {
    return work.isDone();
  }

  /** Returns once the thread has brought something about. */
  public void awaitBeginning(BooleanSupplier begun) {
    while (!begun.getAsBoolean()) {
      if (work.isDone()) {
        throw new AssertionError("the thread ended without beginning");
      }
      Thread.onSpinWait();
    }
  }

  /** Returns once the thread waits for something. */
  public void awaitWaiting() {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      if (work.isDone()) {
        throw new AssertionError("the thread ended without waiting");
      }
      Thread.onSpinWait();
    }
  }

  /** Waits for the thread to end, and returns what its work returned. */
  public V result() throws ExecutionException {
    try {
      return work.get();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
