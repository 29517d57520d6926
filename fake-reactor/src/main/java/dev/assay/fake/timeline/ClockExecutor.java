// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.Objects.requireNonNull;

import dev.assay.call.CallSite;
import dev.assay.call.Nanos;
import dev.assay.ledger.Display;
import dev.assay.time.FutureHome;

/**
 * An executor for any thread that runs tasks on a timeline's own thread, as calls that are due now,
 * and that waits by the timeline's time.
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

  /**
   * Waits by the timeline's time. On the timeline's own thread, between calls, this advances the
   * clock; inside a call, no time can pass.
   */
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

  /** A task that runs after those that were submitted before it. */
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
