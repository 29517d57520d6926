// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Belonging;
import dev.assay.pending.Remedy;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler of long work that is cut into steps: each task is an iterator, and each step takes
 * one of its elements.
 *
 * <p>Tasks take turns, one step each, in slices. Between slices is a pause of a millisecond, in
 * which other calls run. A slice ends after 10 ms of the reactor's time or 1000 steps, whichever
 * comes first. In virtual time, which does not pass during a slice, only the number of steps
 * counts.
 *
 * <p>An element that is a {@link Deferred} pauses its task until the Deferred has a result. Other
 * elements have no meaning.
 *
 * @since 0.1
 */
public final class Cooperator {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "a task of a Cooperator has not ended",
          "return its whenDone() from the test, or stop() it");

  /**
   * The maximum depth at which ends of tasks nest, each caused by the one before. A deeper end is
   * reported by the outer ones, so the stack is limited and the number of tasks that wait for tasks
   * is not.
   */
  private static final int DEEPEST = 64;

  private static final Duration BETWEEN_SLICES = Duration.ofMillis(1);

  private final ReactorTime time;
  private final Supplier<? extends BooleanSupplier> slices;

  private final LinkedHashSet<CooperativeTask<?>> unfinished = new LinkedHashSet<>();

  /** The tasks that can take a step, in the order of their turns. */
  private final LinkedHashSet<CooperativeTask<?>> ready = new LinkedHashSet<>();

  /** The reports of ended tasks that the outer calls have still to make. */
  private final ArrayDeque<Runnable> reports = new ArrayDeque<>();

  private int nested;
  private boolean running = true;
  private boolean inSlice;
  private final @Nullable Belonging whose = Belonging.of(this);
  private @Nullable DelayedCall nextSlice;

  /** Creates a running Cooperator. */
  public Cooperator(ReactorTime time) {
    this(time, () -> new Slice(time));
  }

  /**
   * Creates a running Cooperator with slices of another length.
   *
   * @param slices supplies, at the start of each slice, a test that is called after each step and
   *     returns whether the slice is over: with {@code () -> () -> true}, a slice is one step
   */
  public Cooperator(ReactorTime time, Supplier<? extends BooleanSupplier> slices) {
    this.time = time;
    this.slices = slices;
  }

  /** Starts a task. If this was stopped, the task is stopped at once. */
  public <I extends Iterator<?>> CooperativeTask<I> cooperate(I iterator) {
    Belonging.check(whose, "add a task to");
    CooperativeTask<I> task = new CooperativeTask<>(this, iterator);
    if (running) {
      unfinished.add(task);
      enqueue(task);
    } else {
      task.endStopped("was added to a Cooperator that was stopped");
    }
    return task;
  }

  /**
   * Starts a task, and returns the Deferred with its end: the iterator, or the failure. Cancelling
   * that Deferred stops the task.
   */
  public <I extends Iterator<?>> Deferred<I> coiterate(I iterator) {
    return cooperate(iterator).stoppedByCancelling();
  }

  /** Accepts tasks again, after a {@link #stop}. */
  public void start() {
    Belonging.check(whose, "start");
    running = true;
  }

  /** Stops all tasks, paused or not, and accepts no more. */
  public void stop() {
    Belonging.check(whose, "stop");
    running = false;
    for (CooperativeTask<?> task : List.copyOf(unfinished)) {
      task.endStopped("was stopped with its Cooperator");
    }
  }

  /** Returns whether this accepts tasks. */
  public boolean isRunning() {
    return running;
  }

  /** Returns the state, such as {@code Cooperator [running, 3 tasks, 2 of them ready]}. */
  @Override
  public String toString() {
    String tasks = unfinished.size() == 1 ? "1 task, " : unfinished.size() + " tasks, ";
    String state = running ? "running, " : "stopped, ";
    return "Cooperator [" + state + tasks + ready.size() + " of them ready]";
  }

  /** Throws if the calling thread may not change which tasks run. */
  void checkThread() {
    Belonging.check(whose, "change a task of");
  }

  /** Puts a task at the end of the line, unless it is in the line already. */
  void enqueue(CooperativeTask<?> task) {
    ready.add(task);
    armOrDisarm();
  }

  /** Removes a task from the line. */
  void dequeue(CooperativeTask<?> task) {
    ready.remove(task);
    armOrDisarm();
  }

  /** Forgets a task that has ended. */
  void forget(CooperativeTask<?> task) {
    unfinished.remove(task);
    dequeue(task);
  }

  /** Reports the end of a task, and then the ends that this leads to, however many. */
  void report(Runnable report) {
    reports.add(report);
    if (nested == DEEPEST) {
      return;
    }
    nested++;
    try {
      for (Runnable next = reports.poll(); next != null; next = reports.poll()) {
        next.run();
      }
    } finally {
      nested--;
    }
  }

  /** Arms the next slice if it has something to do, and disarms it otherwise. */
  private void armOrDisarm() {
    if (inSlice) {
      return;
    }
    if (nextSlice == null && !ready.isEmpty()) {
      nextSlice =
          time.callLater(BETWEEN_SLICES, this::runSlice)
              .label("slice of a Cooperator")
              .remedy(LEFT_ARMED);
    } else if (nextSlice != null && ready.isEmpty()) {
      if (nextSlice.isActive()) {
        nextSlice.cancel();
      }
      nextSlice = null;
    }
  }

  private void runSlice() {
    nextSlice = null;
    inSlice = true;
    try {
      BooleanSupplier over = slices.get();
      do {
        stepFirst();
      } while (!ready.isEmpty() && !over.getAsBoolean());
    } finally {
      inSlice = false;
      armOrDisarm();
    }
  }

  private void stepFirst() {
    Iterator<CooperativeTask<?>> turns = ready.iterator();
    CooperativeTask<?> first = turns.next();
    turns.remove();
    first.step();
    if (first.isReady()) {
      ready.add(first);
    }
  }

  /** The end of a slice of the default length. */
  private static final class Slice implements BooleanSupplier {
    private static final Duration LENGTH = Duration.ofMillis(10);
    private static final int STEPS = 1000;

    private final ReactorTime time;
    private final Duration start;
    private int steps;

    Slice(ReactorTime time) {
      this.time = time;
      this.start = time.elapsed();
    }

    @Override
    public boolean getAsBoolean() {
      steps++;
      return steps >= STEPS || time.elapsed().minus(start).compareTo(LENGTH) >= 0;
    }
  }
}
