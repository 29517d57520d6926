// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The life of a reactor: it runs until it is stopped, and runs triggers at both ends.
 *
 * @since 0.1
 */
public interface ReactorCore {
  /**
   * Runs the reactor on the calling thread until it is stopped.
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

  /** Makes {@link #run()} return at once, without running any trigger. */
  void crash();

  /** Returns whether the reactor runs. */
  boolean isRunning();

  /**
   * Runs a call when the reactor runs: at once if it does, and otherwise after startup, where what
   * the call throws is logged.
   */
  void callWhenRunning(Runnable call);

  /**
   * Adds a trigger to a phase of an event. Triggers run in the order in which they were added. What
   * a trigger throws, or its Deferred fails with, is logged. A Deferred that is returned in the
   * first phase delays the second until it has fired.
   *
   * @param trigger returns a Deferred to wait for, or null
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
     * Removes the trigger.
     *
     * @throws IllegalStateException if it has run or was removed
     */
    void remove();
  }
}
