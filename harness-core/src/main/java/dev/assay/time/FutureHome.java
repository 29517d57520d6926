// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The executor of a time that knows how to wait, to be implemented with a clock. The futures of
 * that time belong to it. The futures of other times belong to the thread that creates them.
 *
 * @since 0.1
 */
public interface FutureHome extends Executor {
  /** Returns whether the calling thread is the one that the time belongs to. */
  boolean isOwnThread();

  /**
   * Waits until something is done, or until a limit in this time has passed.
   *
   * @return whether it is done
   */
  boolean await(Look look, long nanos) throws InterruptedException;

  /**
   * Returns a future of a time that is made from something else, which a trial already has a record
   * of.
   *
   * @param source the origin of the future, for reports
   * @param onCancel runs on the reactor's thread if the future is cancelled
   */
  static <T extends @Nullable Object> CompletableFuture<T> newFuture(
      ReactorTime time, Object source, Runnable onCancel) {
    return new ReactorFuture<>(time, ReactorFuture.homeOf(time), source, onCancel);
  }

  /**
   * A test whether something is done.
   *
   * @since 0.1
   */
  interface Look {
    /** Returns whether it is done. */
    boolean isDone();

    /** Returns whether it is done, or will be within n nanoseconds of real time. */
    boolean isDoneWithin(long nanos) throws InterruptedException;
  }
}
