// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The way out to threads, for work that blocks, and back.
 *
 * @since 0.1
 */
public interface ReactorThreads {
  /** Runs a task on a thread of the pool; what it throws is logged. */
  void callInThread(Runnable task);

  /**
   * Runs a call on the reactor's thread, soon; any thread may ask. What one thread asks for runs in
   * that order, and what a call throws is logged.
   */
  void callFromThread(Runnable call);

  /**
   * Runs a task on a thread of the pool; the Deferred gets what came of it, on the reactor's
   * thread, after the calls that the task has handed over.
   */
  <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task);

  /**
   * Sets the largest number of threads in the pool.
   *
   * @throws IllegalArgumentException unless positive
   */
  void suggestThreadPoolSize(int size);
}
