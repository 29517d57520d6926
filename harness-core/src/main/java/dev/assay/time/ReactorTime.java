// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Time as code under a reactor sees it: the clock, and calls to make later.
 *
 * <p>Calls run on the reactor's thread, one at a time, in the order of their due times. Calls due
 * at the same time run in the order in which they were armed. A call never runs inside the method
 * that armed it. What a call throws is logged, and the other calls still run.
 *
 * @since 0.1
 */
public interface ReactorTime {
  /** Returns the time since this clock's beginning. It never goes back. */
  Duration elapsed();

  /**
   * Arms a call that runs once the delay has passed.
   *
   * @param delay zero or more; zero means as soon as the running call has ended
   * @throws IllegalArgumentException if the delay is negative, or longer than the clock can count
   */
  DelayedCall callLater(Duration delay, Runnable call);

  /**
   * Returns the armed calls, in the order in which they will run. The list does not change
   * afterwards.
   */
  List<DelayedCall> delayedCalls();

  /**
   * Returns an executor that runs tasks on the reactor's thread, each as soon as the running call
   * has ended. The executor of a clock or of a whole reactor accepts tasks from any thread.
   */
  default Executor executor() {
    return task -> callLater(Duration.ZERO, task);
  }

  /**
   * Creates a future that stays with this time, as does everything derived from it: {@code
   * orTimeout} and {@code completeOnTimeout} arm a call, which is cancelled when the future is done
   * first; and methods that end in {@code Async} run on the reactor's thread, unless they are given
   * an executor. Any thread may complete it. The reactor's own thread must not wait for it without
   * a limit, as it may be the one that has to complete it.
   */
  default <T extends @Nullable Object> CompletableFuture<T> future() {
    return ReactorFuture.watched(this);
  }
}
