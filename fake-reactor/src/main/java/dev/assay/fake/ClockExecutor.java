// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;

/** The way for any thread to have a task run on a timeline's own, as a call that is due now. */
record ClockExecutor(Timeline timeline) implements Executor {
  @Override
  public void execute(Runnable task) {
    requireNonNull(task, "task");
    Origin origin = timeline.origin();
    timeline.handOver(
        task, () -> timeline.arm(timeline.nanos(), new Task(task, timeline), origin, ""));
  }

  /** A task that runs after those that were given before it. */
  private record Task(Runnable task, Object lane) implements InLane {
    @Override
    public void run() {
      task.run();
    }

    @Override
    public String origin() {
      return CodeOrigin.of(task.getClass());
    }
  }
}
