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
    timeline.handOver(() -> timeline.arm(timeline.nanos(), task, origin));
  }
}
