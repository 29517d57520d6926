// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The executor of a time that knows how to wait, for those who write a clock: the futures of that
 * time belong to it. Other times have their futures belong to the thread that makes them.
 *
 * @since 0.1
 */
public interface FutureHome extends Executor {
  /** Returns whether this is the thread that the time belongs to. */
  boolean isOwnThread();

  /**
   * Waits until something is done, for as long by this time as a limit says.
   *
   * @return whether it is done
   */
  boolean await(Look look, long nanos) throws InterruptedException;

  /**
   * Returns a future of a time that comes from something else, which a trial watches already.
   *
   * @param source what it comes from, for reports
   * @param onCancel runs on the reactor's thread if the future is cancelled
   */
  static <T extends @Nullable Object> CompletableFuture<T> newFuture(
      ReactorTime time, Object source, Runnable onCancel) {
    return new ReactorFuture<>(time, ReactorFuture.homeOf(time), source, onCancel);
  }

  /**
   * A look at whether something is done.
   *
   * @since 0.1
   */
  interface Look {
    /** Returns whether it is done. */
    boolean isDone();

    /** Returns whether it is done, or will be within some nanoseconds of real time. */
    boolean isDoneWithin(long nanos) throws InterruptedException;
  }
}
