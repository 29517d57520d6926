// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one ambient thing in the harness: whose work a thread is doing. By it a bare {@code new
 * Deferred<>()} finds the ledger of its trial, and a clock knows a thread that stands in for its
 * own.
 *
 * <p>A thread is bound to a trial while it runs a part of it. The threads that it makes meanwhile
 * have a {@link Birth}: they are the trial's, unless what they run says otherwise.
 */
final class CurrentWork {
  private static final ThreadLocal<@Nullable Work> OF_THREAD =
      new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Work childValue(@Nullable Work parent) {
          return parent == null ? null : parent.heir();
        }
      };

  /** The ledgers of the trials that run now and have said which code they run. */
  private static final List<Ledger> TRIALS = new CopyOnWriteArrayList<>();

  /**
   * The number of bindings there are. A thread reads its own writes, so zero means that this thread
   * has none: where nobody runs a trial or a {@code Sequential}, nothing is looked up.
   */
  private static final AtomicInteger BINDINGS = new AtomicInteger();

  private CurrentWork() {}

  /** Returns the ledger of the trial whose work this thread does, or null outside any. */
  static @Nullable Ledger ledger() {
    if (BINDINGS.getPlain() == 0) {
      return null;
    }
    Work work = OF_THREAD.get();
    return work instanceof Bound bound ? bound.ledger : Whose.openHere();
  }

  /** Returns the ledger that this thread is bound to, or null if it is bound to none. */
  static @Nullable Ledger bound() {
    Bound bound = innermost();
    return bound == null ? null : bound.ledger;
  }

  /** Returns the thread whose work this one is doing: its own, unless it stands in for another. */
  static Thread thread() {
    Bound bound = innermost();
    return bound == null ? Thread.currentThread() : bound.thread;
  }

  /**
   * Returns how this thread was made by a trial, or null if it was not. A thread of the common pool
   * is nobody's, whoever happened to need it first.
   */
  static @Nullable Birth birth() {
    return OF_THREAD.get() instanceof Birth birth && !isOfCommonPool(Thread.currentThread())
        ? birth
        : null;
  }

  static boolean isOfCommonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && ForkJoinPool.commonPool().equals(worker.getPool());
  }

  /** Returns whether this thread only asks users' objects what they are. */
  static boolean isAsking() {
    Bound bound = innermost();
    return bound != null && bound.asking;
  }

  static Ledger.Binding bind(@Nullable Ledger ledger, Thread thread) {
    return bind(ledger, thread, false);
  }

  static Ledger.Binding ask() {
    return bind(null, thread(), true);
  }

  private static Ledger.Binding bind(@Nullable Ledger ledger, Thread thread, boolean asking) {
    Bound bound = new Bound(ledger, thread, asking, OF_THREAD.get());
    OF_THREAD.set(bound);
    BINDINGS.getAndIncrement();
    return bound;
  }

  static void begin(Ledger trial) {
    TRIALS.add(trial);
  }

  static void end(Ledger trial) {
    TRIALS.remove(trial);
  }

  static List<Ledger> trials() {
    return TRIALS;
  }

  private static @Nullable Bound innermost() {
    return BINDINGS.getPlain() != 0 && OF_THREAD.get() instanceof Bound bound ? bound : null;
  }

  /** What a thread has to do with a trial. */
  abstract static sealed class Work permits Bound, Birth {
    /** Returns what this is to a thread that the one which has it makes now, or null. */
    abstract @Nullable Work heir();
  }

  /** One hold on a thread, and what it is put on top of. */
  private static final class Bound extends Work implements Ledger.Binding {
    private final @Nullable Ledger ledger;
    private final Thread thread;
    private final boolean asking;
    private final @Nullable Work outer;

    Bound(@Nullable Ledger ledger, Thread thread, boolean asking, @Nullable Work outer) {
      this.ledger = ledger;
      this.thread = thread;
      this.asking = asking;
      this.outer = outer;
    }

    @Override
    @Nullable Work heir() {
      Birth birth = ledger == null ? null : Birth.now(ledger);
      return birth != null && birth.isAwaited() ? new Bound(ledger, thread, false, null) : birth;
    }

    @Override
    public void close() {
      if (OF_THREAD.get() != this) {
        throw new IllegalStateException(
            "this binding does not hold thread "
                + Thread.currentThread().getName()
                + "; close bindings once, innermost first, on the thread that they hold");
      }
      BINDINGS.getAndDecrement();
      if (outer == null) {
        OF_THREAD.remove();
      } else {
        OF_THREAD.set(outer);
      }
    }
  }
}
