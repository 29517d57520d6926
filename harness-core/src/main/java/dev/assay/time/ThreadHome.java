// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import dev.assay.ledger.CurrentWork;
import java.util.concurrent.Executor;

/** The thread that created a future, if it is not known which thread a time belongs to. */
record ThreadHome(Thread thread, Executor executor) implements FutureHome {
  ThreadHome(Executor executor) {
    this(CurrentWork.thread(), executor);
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  @Override
  public boolean isOwnThread() {
    return CurrentWork.thread().equals(thread);
  }

  /** Waits on other threads only. Waiting on the own thread could never end. */
  @Override
  public boolean await(Look look, long nanos) throws InterruptedException {
    return isOwnThread() ? look.isDone() : look.isDoneWithin(nanos);
  }
}
