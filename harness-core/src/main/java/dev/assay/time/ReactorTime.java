// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Time as code under a reactor sees it: what the clock says, and calls to be made later.
 *
 * <p>Calls run on the reactor's thread, one at a time, in the order of their due times; calls due
 * at the same time run in the order in which they were armed. A call never runs inside the method
 * that armed it. What a call throws is logged, and keeps no other from running.
 *
 * @since 0.1
 */
public interface ReactorTime {
  /** Returns the time since this clock's beginning; it never goes back. */
  Duration elapsed();

  /**
   * Arms a call that runs once the delay has passed.
   *
   * @param delay zero or more; zero means as soon as what is running now has ended
   * @throws IllegalArgumentException if the delay is negative, or longer than the clock can count
   */
  DelayedCall callLater(Duration delay, Runnable call);

  /**
   * Returns the calls that are armed now, in the order in which they will run; the list does not
   * change afterwards.
   */
  List<DelayedCall> delayedCalls();

  /**
   * Returns an executor that runs tasks on the reactor's thread, each as soon as what is running
   * has ended. That of a clock or of a whole reactor takes tasks from any thread.
   */
  default Executor executor() {
    return task -> callLater(Duration.ZERO, task);
  }

  /**
   * Makes a future that stays with this time, and so does what is derived from it: {@code
   * orTimeout} and {@code completeOnTimeout} arm a call, which is cancelled when the future is done
   * first; and methods that end in {@code Async} run on the reactor's thread, unless they are given
   * an executor. Any thread may complete it. The reactor's own must not wait for it without a
   * limit, as it may be the one that has to complete it.
   */
  default <T extends @Nullable Object> CompletableFuture<T> future() {
    return ReactorFuture.watched(this);
  }
}
