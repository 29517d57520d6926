// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Belonging;
import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.Remedy;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose items may be asked for before they are there: each item goes to the one who asked
 * first.
 *
 * <p>Both sides may be limited: how many items are stored, and how many gets wait. It belongs to
 * the thread of its reactor.
 *
 * @param <T> what it holds; an item is no Deferred
 * @since 0.1
 */
public final class DeferredQueue<T extends @Nullable Object> {
  /** The limit that is none. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * How deep puts nest, each in a callback of the get that the one before served. One beyond that
   * leaves its item to those further out, so that the stack has an end and gets may have none.
   */
  private static final int DEEPEST = 64;

  private final int size;
  private final int backlog;

  /** The items, wrapped because an item may be null. */
  private final ArrayDeque<Outcome.Success<T>> stored = new ArrayDeque<>();

  private final LinkedHashSet<Deferred<T>> waiting = new LinkedHashSet<>();
  private final Canceller<T> withdrawal = new Withdrawal();
  private final @Nullable Belonging whose = Belonging.of(this);
  private @Nullable String label;

  /** How many calls of {@link #serve()} are going on, one in the other. */
  private int nested;

  /** Makes a queue without limits. */
  public DeferredQueue() {
    this(UNLIMITED, UNLIMITED);
  }

  /**
   * Makes a queue with limits.
   *
   * @param size how many items are stored at most; with zero, an item is taken only when somebody
   *     waits for it
   * @param backlog how many gets wait at most
   * @throws IllegalArgumentException if either is negative
   */
  public DeferredQueue(int size, int backlog) {
    if (size < 0) {
      throw new IllegalArgumentException("size must not be negative: " + size);
    }
    if (backlog < 0) {
      throw new IllegalArgumentException("backlog must not be negative: " + backlog);
    }
    this.size = size;
    this.backlog = backlog;
  }

  /**
   * Hands an item to whoever has waited longest, before this returns, or stores it. Only puts that
   * nest in each other's callbacks by the dozen leave that to the outer ones.
   *
   * @throws QueueOverflowException if nobody waits and there is no room
   */
  public void put(T item) {
    Belonging.check(whose, "put an item into");
    if (item instanceof Deferred<?> deferred) {
      throw new IllegalArgumentException("item must not be a Deferred: " + deferred);
    }
    forgetEnded();
    if (waiting.size() > stored.size() || stored.size() < size) {
      stored.addLast(new Outcome.Success<>(item));
      serve();
    } else {
      throw new QueueOverflowException(
          this + " is full and nobody waits; cannot put " + Display.of(item));
    }
  }

  /**
   * Returns a Deferred that fires with the next item: now if one is stored, and otherwise in turn.
   * Cancelling it gives up the turn.
   *
   * @throws QueueUnderflowException if nothing is stored and nobody else may wait
   */
  public Deferred<T> get() {
    Belonging.check(whose, "get an item from");
    forgetEnded();
    Outcome.Success<T> first = waiting.isEmpty() ? stored.pollFirst() : null;
    if (first != null) {
      return Deferred.succeed(first.value());
    }
    if (waiting.size() >= backlog) {
      throw new QueueUnderflowException(this + " is empty and nobody else may wait; cannot get");
    }
    Deferred<T> item = new Deferred<>(withdrawal);
    if (Ledger.current() != null) {
      item.label("get from " + name());
    }
    waiting.add(item);
    return item;
  }

  /** Returns how many items are stored. */
  public int stored() {
    return stored.size();
  }

  /** Returns how many gets wait for their turn. */
  public int waiting() {
    return waiting.size();
  }

  /** Gives this a name for reports, and returns it. */
  public DeferredQueue<T> label(String label) {
    this.label = label;
    return this;
  }

  /** Returns name and state, such as {@code DeferredQueue (jobs) [3 of 10 stored, 0 waiting]}. */
  @Override
  public String toString() {
    return name() + " [" + of(stored(), size) + " stored, " + of(waiting(), backlog) + " waiting]";
  }

  /** Hands what is stored to those who wait. */
  private void serve() {
    if (nested == DEEPEST) {
      return;
    }
    nested++;
    try {
      while (!waiting.isEmpty() && !stored.isEmpty()) {
        takeFirstWaiting().callback(stored.removeFirst().value());
      }
    } finally {
      nested--;
    }
  }

  /** Drops the first turns if their trial has ended: nothing can reach it any more. */
  private void forgetEnded() {
    Iterator<Deferred<T>> inTurn = waiting.iterator();
    while (inTurn.hasNext() && inTurn.next().isOfEndedTrial()) {
      inTurn.remove();
    }
  }

  private Deferred<T> takeFirstWaiting() {
    Iterator<Deferred<T>> inTurn = waiting.iterator();
    Deferred<T> first = inTurn.next();
    inTurn.remove();
    return first;
  }

  private String name() {
    return label == null ? "DeferredQueue" : "DeferredQueue (" + label + ")";
  }

  private static String of(int count, int limit) {
    return limit == UNLIMITED ? "" + count : count + " of " + limit;
  }

  /** What gives up a turn, and knows what is waited for. */
  private final class Withdrawal implements Turn<T> {
    @Override
    public void cancel(Deferred<T> deferred) {
      waiting.remove(deferred);
    }

    @Override
    public String waitsFor() {
      return "waits for an item in " + DeferredQueue.this;
    }

    @Override
    public Remedy remedy() {
      return new Remedy("nobody puts an item that it could get", "put() one, or cancel the get");
    }
  }
}
