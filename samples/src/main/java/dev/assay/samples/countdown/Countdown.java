// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.countdown;

import dev.assay.deferred.Deferred;
import dev.assay.task.LoopingCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A countdown that shows a number every interval, down to zero.
 *
 * <p>It keeps to the clock: the numbers that it missed while the whole process stood still are
 * skipped, so that zero comes on time.
 */
final class Countdown {
  private final String name;
  private final Duration interval;
  private final Consumer<String> display;
  private final LoopingCall loop;

  /** The number that was shown last or, before the start, the one above the first. */
  private long number;

  /**
   * Makes a countdown that is not started.
   *
   * @param first the number that it begins with
   * @param display shows one number, with the name before it
   */
  Countdown(ReactorTime time, String name, int first, Duration interval, Consumer<String> display) {
    if (first < 0) {
      throw new IllegalArgumentException("first must not be negative: " + first);
    }
    this.name = name;
    this.interval = interval;
    this.display = display;
    this.number = first + 1L;
    this.loop = LoopingCall.withCount(time, this::countDown).label(name);
  }

  /**
   * Shows the first number here and now, and goes on. The Deferred fires at zero, and fails if the
   * display does; cancelling it stops the countdown.
   */
  Deferred<Countdown> start() {
    return loop.start(interval).addCallback(ended -> this);
  }

  private void countDown(long intervals) {
    number = Math.max(0, number - intervals);
    display.accept(name + " " + number);
    if (number == 0) {
      loop.stop();
    }
  }
}
