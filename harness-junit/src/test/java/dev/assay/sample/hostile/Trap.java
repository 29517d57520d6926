// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.hostile;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Where hostile code is held, whatever interrupts it, until the test of the engine lets it go. */
public final class Trap {
  private static final Semaphore GATE = new Semaphore(0);
  private static final AtomicInteger GENERATION = new AtomicInteger();

  private Trap() {}

  /** Lets go of all that is held now. */
  public static void open() {
    GENERATION.incrementAndGet();
    GATE.release(GATE.getQueueLength());
  }

  /** Waits. */
  public static void hold() {
    GATE.acquireUninterruptibly();
  }

  /** Computes. */
  public static void spin() {
    int generation = GENERATION.get();
    while (GENERATION.get() == generation) {
      Thread.onSpinWait();
    }
  }

  /** Does something again and again. */
  public static void repeat(Runnable action) {
    int generation = GENERATION.get();
    while (GENERATION.get() == generation) {
      action.run();
    }
  }
}
