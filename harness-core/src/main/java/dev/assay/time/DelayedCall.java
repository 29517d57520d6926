// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import dev.assay.pending.Remedy;
import java.time.Duration;

/**
 * A call that {@link ReactorTime#callLater} armed. It is active until it starts to run or is
 * cancelled.
 *
 * <p>A call that is moved, by {@link #reset} or {@link #delay}, counts as armed again: among the
 * calls of its new due time it runs last.
 *
 * @since 0.1
 */
public interface DelayedCall {
  /**
   * Disarms this call.
   *
   * @throws AlreadyCalledException if it has run or is running
   * @throws AlreadyCancelledException if it was cancelled
   */
  void cancel();

  /**
   * Makes this call due after the given time from now.
   *
   * @throws AlreadyCalledException if it has run or is running
   * @throws AlreadyCancelledException if it was cancelled
   * @throws IllegalArgumentException if the delay is negative, or longer than the clock can count
   */
  void reset(Duration delayFromNow);

  /**
   * Moves this call's due time by the given time, which may be negative, though not into the past.
   *
   * @throws AlreadyCalledException if it has run or is running
   * @throws AlreadyCancelledException if it was cancelled
   * @throws IllegalArgumentException if the call would be due before now, or later than the clock
   *     can count
   */
  void delay(Duration extra);

  /** Returns whether this call has still to run. */
  boolean isActive();

  /** Returns the clock's time at which this call is or was due. */
  Duration due();

  /** Sets a name for reports, and returns this. */
  DelayedCall label(String label);

  /**
   * Sets the remedy to report if this call is left armed, and returns this. An implementation
   * without reports ignores it.
   */
  default DelayedCall remedy(Remedy remedy) {
    return this;
  }
}
