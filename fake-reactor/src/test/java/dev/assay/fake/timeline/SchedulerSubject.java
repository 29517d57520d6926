// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.fake.VirtualClock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;

/**
 * The executors that must keep the rules of the JDK: its own, which proves the rules, and a clock's
 * whose time the test's thread moves, by waiting, or a thread of its own.
 */
enum SchedulerSubject {
  JDK {
    @Override
    ScheduledExecutorService open() {
      return new ScheduledThreadPoolExecutor(1);
    }
  },
  DRIVEN {
    @Override
    ScheduledExecutorService open() {
      return new VirtualClock().scheduledExecutor();
    }
  },
  PACED {
    @Override
    ScheduledExecutorService open() {
      return paced();
    }
  };

  abstract ScheduledExecutorService open();

  /** Returns an executor of a clock that another thread drives until the executor is terminated. */
  private static ScheduledExecutorService paced() {
    VirtualClock clock = new VirtualClock();
    ScheduledExecutorService executor = clock.scheduledExecutor();
    OtherThread<?> driving =
        OtherThread.running(
            () -> {
              clock.moveToThisThread();
              while (!executor.isTerminated()) {
                clock.advance(Duration.ofMillis(1));
                LockSupport.parkNanos(1);
              }
              return clock;
            });
    driving.awaitBeginning(() -> clock.elapsed().toMillis() > 0);
    return executor;
  }

  /** Ends what a check has left. */
  static void stop(ScheduledExecutorService executor) throws ExecutionException {
    executor.shutdownNow();
  }
}
