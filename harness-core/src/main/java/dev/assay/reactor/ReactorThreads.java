// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The way to other threads, for work that blocks, and back.
 *
 * @since 0.1
 */
public interface ReactorThreads {
  /** Runs a task on a thread of the pool. What the task throws is logged. */
  void callInThread(Runnable task);

  /**
   * Runs a call on the reactor's thread soon. May be called from any thread. The calls of one
   * thread run in order, and what a call throws is logged.
   */
  void callFromThread(Runnable call);

  /**
   * Runs a task on a thread of the pool. The Deferred fires with the outcome on the reactor's
   * thread, after the calls that the task has passed to {@link #callFromThread}.
   */
  <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task);

  /**
   * Sets the maximum number of threads in the pool.
   *
   * @throws IllegalArgumentException unless positive
   */
  void suggestThreadPoolSize(int size);
}
