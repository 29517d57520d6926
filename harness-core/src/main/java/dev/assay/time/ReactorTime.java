// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.time.Duration;
import java.util.List;

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
}
