// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.hostile;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Where hostile code is held, whatever interrupts it, until the test of the engine lets it go. */
public final class Trap {
  private static final AtomicReference<CountDownLatch> GATE =
      new AtomicReference<>(new CountDownLatch(1));

  private Trap() {}

  /** Lets go of all that is held now. */
  public static void open() {
    GATE.getAndSet(new CountDownLatch(1)).countDown();
  }

  /** Waits. */
  public static void hold() {
    CountDownLatch gate = GATE.get();
    while (gate.getCount() > 0) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        // It is not impressed.
      }
    }
  }

  /** Computes. */
  public static void spin() {
    repeat(Thread::onSpinWait);
  }

  /** Does something again and again. */
  public static void repeat(Runnable action) {
    CountDownLatch gate = GATE.get();
    while (gate.getCount() > 0) {
      action.run();
    }
  }
}
