// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.Objects.requireNonNull;

import dev.assay.pending.Display;
import dev.assay.time.FutureHome;

/**
 * The way for any thread to have a task run on a timeline's own, as a call that is due now, and to
 * wait by its time.
 *
 * @since 0.1
 */
public record ClockExecutor(Timeline timeline) implements FutureHome {
  @Override
  public void execute(Runnable task) {
    requireNonNull(task, "task");
    CallSite origin = timeline.origin();
    timeline.handOver(
        task, () -> timeline.arm(timeline.nanos(), new Task(task, timeline), origin, ""));
  }

  @Override
  public boolean isOwnThread() {
    return timeline.isOwnThread();
  }

  /** On the own thread, between calls, advances the clock; inside one, no time can pass. */
  @Override
  public boolean await(Look look, long nanos) throws InterruptedException {
    if (!timeline.isOwnThread()) {
      OutsideWait wait = new OutsideWait(timeline, nanos);
      while (!look.isDoneWithin(OutsideWait.LOOK) && !wait.isOver()) {}
      return look.isDone();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (timeline.running() == null) {
      timeline.checkDrivable("wait for a future");
      long end = Nanos.saturated(timeline.nanos(), nanos);
      return new Drive(timeline).await(look::isDone, end);
    }
    return look.isDone();
  }

  /** A task that runs after those that were given before it. */
  private record Task(Runnable task, Object orderKey) implements Ordered {
    @Override
    public void run() {
      task.run();
    }

    @Override
    public String origin() {
      return Display.ofCode(task.getClass());
    }
  }
}
