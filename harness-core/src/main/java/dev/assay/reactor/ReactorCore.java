// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The life of a reactor: it runs, until it is stopped, and tells those who want to know.
 *
 * @since 0.1
 */
public interface ReactorCore {
  /**
   * Runs until stopped, on this thread.
   *
   * @throws IllegalStateException if it runs already, or has been stopped
   */
  void run();

  /**
   * Begins the shutdown: its triggers run in their phases, and then {@link #run()} returns.
   *
   * @throws IllegalStateException unless it runs, or if it is being stopped already
   */
  void stop();

  /** Makes {@link #run()} return at once, without any trigger. */
  void crash();

  /** Returns whether it runs. */
  boolean isRunning();

  /**
   * Runs a call when the reactor runs: now if it does, and else after startup, where what it throws
   * is logged.
   */
  void callWhenRunning(Runnable call);

  /**
   * Adds a trigger to a phase of an event. Triggers run in the order in which they were added; what
   * one throws, or its Deferred fails with, is logged. A Deferred that one of the first phase gives
   * holds back the next until it has fired.
   *
   * @param trigger gives a Deferred to wait for, or null
   */
  Trigger addSystemEventTrigger(
      SystemEvent.Phase phase,
      SystemEvent event,
      Callable<? extends @Nullable Deferred<?>> trigger);

  /**
   * A trigger that was added.
   *
   * @since 0.1
   */
  interface Trigger {
    /**
     * Takes the trigger back.
     *
     * @throws IllegalStateException if it has run or was removed
     */
    void remove();
  }
}
