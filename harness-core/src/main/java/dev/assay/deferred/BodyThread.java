// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A second thread that never runs at the same time as the first: the two pass control to each
 * other.
 *
 * <p>The thread is virtual where the JDK has virtual threads, and a daemon thread otherwise.
 */
final class BodyThread {
  /** {@code Thread.ofVirtual().unstarted(Runnable)}, or null before JDK 21. */
  private static final @Nullable MethodHandle VIRTUAL = findVirtual();

  private final Semaphore bodysTurn = new Semaphore(0);
  private final Semaphore othersTurn = new Semaphore(0);
  private final Thread thread;
  private boolean started;

  /** The work that the body has for the other thread. */
  private @Nullable Runnable errand;

  BodyThread(Runnable body) {
    thread =
        newThread(
            () -> {
              bodysTurn.acquireUninterruptibly();
              try {
                body.run();
              } finally {
                othersTurn.release();
              }
            });
    thread.setName("Sequential body");
  }

  /**
   * Runs the body until it yields or ends.
   *
   * @param ledger the ledger to notify of the thread that is running
   */
  void run(@Nullable Ledger ledger) {
    Thread other = ledger == null ? null : ledger.handOver(thread);
    if (!started) {
      started = true;
      thread.start();
    }
    do {
      bodysTurn.release();
      othersTurn.acquireUninterruptibly();
    } while (hasDoneErrand());
    if (ledger != null) {
      ledger.handOver(other);
    }
  }

  /** Stops the body until it is run again. */
  void yieldTurn() {
    othersTurn.release();
    bodysTurn.acquireUninterruptibly();
  }

  /** Has the other thread do some work while the body is stopped. Called by the body. */
  void doThere(Runnable work) {
    errand = work;
    yieldTurn();
  }

  private boolean hasDoneErrand() {
    Runnable work = errand;
    errand = null;
    if (work != null) {
      work.run();
    }
    return work != null;
  }

  /** Returns whether the calling thread is the body's, and the body is running. */
  boolean isCurrent() {
    return Thread.currentThread().equals(thread);
  }

  private static Thread newThread(Runnable body) {
    if (VIRTUAL == null) {
      Thread thread = new Thread(body);
      thread.setDaemon(true);
      return thread;
    }
    try {
      return (Thread) VIRTUAL.invoke(body);
    } catch (Throwable error) {
      throw new AssertionError("no virtual thread could be created; please report this", error);
    }
  }

  private static @Nullable MethodHandle findVirtual() {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandle ofVirtual =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder));
      MethodHandle unstarted =
          lookup.findVirtual(
              builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class));
      return MethodHandles.collectArguments(unstarted, 0, ofVirtual);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
