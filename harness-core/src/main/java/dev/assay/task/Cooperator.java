// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import dev.assay.deferred.Deferred;
import dev.assay.pending.Belonging;
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
 * <p>Tasks take turns, a step each, in slices with a millisecond between them in which other calls
 * run. A slice ends after 10 ms of the reactor's time or 1000 steps, whichever comes first; the
 * second is what counts in virtual time, which stands still meanwhile.
 *
 * <p>An element that is a {@link Deferred} holds its task up until it has a result; other elements
 * mean nothing.
 *
 * @since 0.1
 */
public final class Cooperator {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "a task of a Cooperator has not ended",
          "return its whenDone() from the test, or stop() it");

  /**
   * How deep the ends of tasks nest, each brought about by the one before. One beyond that is told
   * by those further out, so that the stack has an end and tasks may wait for tasks without one.
   */
  private static final int DEEPEST = 64;

  private static final Duration BETWEEN_SLICES = Duration.ofMillis(1);

  private final ReactorTime time;
  private final Supplier<? extends BooleanSupplier> slices;

  private final LinkedHashSet<CooperativeTask<?>> unfinished = new LinkedHashSet<>();

  /** The tasks that can take a step, in the order of their turns. */
  private final LinkedHashSet<CooperativeTask<?>> ready = new LinkedHashSet<>();

  /** Those who are to be told of the end of a task, when the tellings further out get to it. */
  private final ArrayDeque<Runnable> tellings = new ArrayDeque<>();

  private int nested;
  private boolean running = true;
  private boolean inSlice;
  private final @Nullable Belonging whose = Belonging.of(this);
  private @Nullable DelayedCall nextSlice;

  /** Makes a running Cooperator. */
  public Cooperator(ReactorTime time) {
    this(time, () -> new Slice(time));
  }

  /**
   * Makes a running Cooperator with slices of another length.
   *
   * @param slices gives, at the start of each slice, what is asked after each step whether the
   *     slice is over: with {@code () -> () -> true}, a slice is one step
   */
  public Cooperator(ReactorTime time, Supplier<? extends BooleanSupplier> slices) {
    this.time = time;
    this.slices = slices;
  }

  /** Starts a task; if this was stopped, the task is stopped at once. */
  public <I extends Iterator<?>> CooperativeTask<I> cooperate(I iterator) {
    Belonging.check(whose, "give a task to");
    CooperativeTask<I> task = new CooperativeTask<>(this, iterator);
    if (running) {
      unfinished.add(task);
      enqueue(task);
    } else {
      task.endStopped("was given to a Cooperator that was stopped");
    }
    return task;
  }

  /**
   * Starts a task, and returns the Deferred with its end: the iterator, or its failure. Cancelling
   * that stops the task.
   */
  public <I extends Iterator<?>> Deferred<I> coiterate(I iterator) {
    return cooperate(iterator).stoppedByCancelling();
  }

  /** Takes tasks again, after a {@link #stop}. */
  public void start() {
    Belonging.check(whose, "start");
    running = true;
  }

  /** Stops all tasks, paused or not, and takes no more. */
  public void stop() {
    Belonging.check(whose, "stop");
    running = false;
    for (CooperativeTask<?> task : List.copyOf(unfinished)) {
      task.endStopped("was stopped with its Cooperator");
    }
  }

  /** Returns whether this takes tasks. */
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

  /** Refuses a thread that may not change what runs. */
  void checkThread() {
    Belonging.check(whose, "change a task of");
  }

  /** Gives a task the last turn, unless it waits for one. */
  void enqueue(CooperativeTask<?> task) {
    ready.add(task);
    arrange();
  }

  /** Takes back a task's turn. */
  void dequeue(CooperativeTask<?> task) {
    ready.remove(task);
    arrange();
  }

  /** Forgets a task that has ended. */
  void forget(CooperativeTask<?> task) {
    unfinished.remove(task);
    dequeue(task);
  }

  /** Tells of the end of a task; what that leads to tells in its turn, however often. */
  void tell(Runnable telling) {
    tellings.add(telling);
    if (nested == DEEPEST) {
      return;
    }
    nested++;
    try {
      for (Runnable next = tellings.poll(); next != null; next = tellings.poll()) {
        next.run();
      }
    } finally {
      nested--;
    }
  }

  /** Has the next slice armed exactly if there is something to do in it. */
  private void arrange() {
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
      arrange();
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

  /** The end of a slice of the usual length. */
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
