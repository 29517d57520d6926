// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** The way to a reactor's thread: takes work from any thread, and runs it when the test says so. */
final class ManualExecutor implements Executor {
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable work) {
    queue.add(work);
  }

  int size() {
    return queue.size();
  }

  /** Runs what there is, on this thread. */
  void runAll() {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
  }
}
