// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The only ambient state in the harness: the trial whose work a thread is doing. With it a bare
 * {@code new Deferred<>()} finds the ledger of its trial, and a clock recognises a thread that acts
 * for its own.
 *
 * <p>A thread is bound to a trial while it runs a part of it. The threads that it creates meanwhile
 * have a {@link Birth}: they belong to the trial, unless the code they run shows otherwise. A
 * thread may also act for another one that is stopped meanwhile, as the body of straight-line code
 * does: it may then use what belongs to the other thread.
 *
 * @since 0.1
 */
public final class CurrentWork {
  private static final ThreadLocal<@Nullable Work> OF_THREAD =
      new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Work childValue(@Nullable Work parent) {
          return parent == null ? null : parent.heir();
        }
      };

  /** The ledgers of running trials that have declared which code they run. */
  private static final List<Ledger> TRIALS = new CopyOnWriteArrayList<>();

  /**
   * The number of bindings. A thread reads its own writes, so zero means that the calling thread
   * has none: where no trial and no {@code Sequential} runs, nothing is looked up.
   */
  private static final AtomicInteger BINDINGS = new AtomicInteger();

  private CurrentWork() {}

  /** Returns the ledger of the trial whose work this thread does, or null outside any trial. */
  static @Nullable Ledger ledger() {
    if (BINDINGS.getPlain() == 0) {
      return null;
    }
    Work work = OF_THREAD.get();
    return work instanceof Bound bound ? bound.ledger : OwnerSearch.openHere();
  }

  /** Returns the ledger that this thread is bound to, or null. */
  static @Nullable Ledger bound() {
    Bound bound = innermost();
    return bound == null ? null : bound.ledger;
  }

  /** Returns the thread whose work this one is doing: itself, unless it acts for another. */
  public static Thread thread() {
    Bound bound = innermost();
    return bound == null ? Thread.currentThread() : bound.thread;
  }

  /**
   * Returns the birth of this thread in a trial, or null. A thread of the common pool has none,
   * whichever trial needed it first.
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

  /** Returns whether this thread is only asking users' objects for a text. */
  public static boolean isAsking() {
    Bound bound = innermost();
    return bound != null && bound.asking;
  }

  /**
   * Makes this thread act for another until the binding is closed.
   *
   * @param ledger the ledger of the trial that the other thread is running, or null outside a trial
   */
  public static Ledger.Binding actFor(Thread thread, @Nullable Ledger ledger) {
    return bind(ledger, thread, false, null);
  }

  /**
   * Makes this thread act for another until the binding is closed.
   *
   * @param ledger the ledger of the trial that the other thread is running, or null outside a trial
   * @param errands runs work on the other thread, which is stopped meanwhile, and returns when it
   *     is done
   */
  public static Ledger.Binding actFor(Thread thread, @Nullable Ledger ledger, Executor errands) {
    return bind(ledger, thread, false, errands);
  }

  /**
   * Runs work on the thread whose work this one is doing, for what only that thread itself can do.
   */
  public static void onItsThread(Runnable work) {
    Bound bound = innermost();
    if (bound == null || bound.errands == null) {
      work.run();
      return;
    }
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    bound.errands.execute(
        () -> {
          try {
            work.run();
          } catch (Throwable error) {
            thrown.set(error);
          }
        });
    Throwable error = thrown.get();
    if (error != null) {
      throw Sneaky.raise(error);
    }
  }

  /**
   * Begins to ask users' objects for a text on this thread, as for a report, until the binding is
   * closed. What their code does then belongs to no trial: it can neither create nor fire objects
   * of a trial, and an attempt to do so is not a failure.
   */
  public static Ledger.Binding ask() {
    return bind(null, thread(), true, null);
  }

  private static Ledger.Binding bind(
      @Nullable Ledger ledger, Thread thread, boolean asking, @Nullable Executor errands) {
    Bound bound = new Bound(ledger, thread, asking, errands, OF_THREAD.get());
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

  /** The relation of a thread to a trial. */
  abstract static sealed class Work permits Bound, Birth {
    /**
     * Returns the relation that a thread inherits which the owner of this one creates now, or null.
     */
    abstract @Nullable Work heir();
  }

  /** One binding of a thread, and the relation that it replaces. */
  private static final class Bound extends Work implements Ledger.Binding {
    private final @Nullable Ledger ledger;
    private final Thread thread;
    private final boolean asking;
    private final @Nullable Executor errands;
    private final @Nullable Work outer;

    Bound(
        @Nullable Ledger ledger,
        Thread thread,
        boolean asking,
        @Nullable Executor errands,
        @Nullable Work outer) {
      this.ledger = ledger;
      this.thread = thread;
      this.asking = asking;
      this.errands = errands;
      this.outer = outer;
    }

    @Override
    @Nullable Work heir() {
      Birth birth = ledger == null ? null : Birth.now(ledger);
      return birth != null && birth.isAwaited()
          ? new Bound(ledger, thread, false, null, null)
          : birth;
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
