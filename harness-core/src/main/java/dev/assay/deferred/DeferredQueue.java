// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Belonging;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Remedy;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose items may be requested before they arrive: each item goes to the oldest request.
 *
 * <p>Both sides may be limited: the number of stored items, and the number of waiting gets. It
 * belongs to the thread of its reactor.
 *
 * @param <T> the type of the items; an item must not be a Deferred
 * @since 0.1
 */
public final class DeferredQueue<T extends @Nullable Object> {
  /** The value for no limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * The maximum depth of puts that nest, each in a callback of the get that the one before served.
   * A deeper put leaves its item to the outer ones, so the stack is limited and the number of gets
   * is not.
   */
  private static final int DEEPEST = 64;

  private final int size;
  private final int backlog;

  /** The stored items, wrapped because an item may be null. */
  private final ArrayDeque<Outcome.Success<T>> stored = new ArrayDeque<>();

  private final LinkedHashSet<Deferred<T>> waiting = new LinkedHashSet<>();
  private final Canceller<T> withdrawal = new Withdrawal();
  private final @Nullable Belonging whose = Belonging.of(this);
  private @Nullable String label;

  /** The number of calls of {@link #serve()} that are active, nested in each other. */
  private int nested;

  /** Creates a queue without limits. */
  public DeferredQueue() {
    this(UNLIMITED, UNLIMITED);
  }

  /**
   * Creates a queue with limits.
   *
   * @param size the maximum number of stored items; with zero, an item is accepted only when a get
   *     waits for it
   * @param backlog the maximum number of waiting gets
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
   * Passes an item to the get that has waited longest, before this method returns, or stores it.
   * Puts that nest very deeply in each other's callbacks leave that to the outer ones.
   *
   * @throws QueueOverflowException if no get waits and there is no room
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
          this + " is full and no get is waiting; cannot put " + Display.of(item));
    }
  }

  /**
   * Returns a Deferred that fires with the next item: at once if one is stored, and otherwise in
   * turn. Cancelling it gives up the turn.
   *
   * @throws QueueUnderflowException if no item is stored and the backlog is full
   */
  public Deferred<T> get() {
    Belonging.check(whose, "get an item from");
    forgetEnded();
    Outcome.Success<T> first = waiting.isEmpty() ? stored.pollFirst() : null;
    if (first != null) {
      return Deferred.succeed(first.value());
    }
    if (waiting.size() >= backlog) {
      throw new QueueUnderflowException(this + " is empty and no further get may wait; cannot get");
    }
    Deferred<T> item = new Deferred<>(withdrawal);
    if (Ledger.current() != null) {
      item.label("get from " + name());
    }
    waiting.add(item);
    return item;
  }

  /** Returns the number of stored items. */
  public int stored() {
    return stored.size();
  }

  /** Returns the number of gets that wait for an item. */
  public int waiting() {
    return waiting.size();
  }

  /** Sets a name for reports, and returns this. */
  public DeferredQueue<T> label(String label) {
    this.label = label;
    return this;
  }

  /** Returns name and state, such as {@code DeferredQueue (jobs) [3 of 10 stored, 0 waiting]}. */
  @Override
  public String toString() {
    return name() + " [" + of(stored(), size) + " stored, " + of(waiting(), backlog) + " waiting]";
  }

  /** Passes stored items to waiting gets. */
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

  /** Drops the first turns if their trial has ended, as no item can reach it any more. */
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

  /** The canceller of a get: it gives up the turn, and describes what the get waits for. */
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
      return new Remedy("no item is put that it could get", "put() one, or cancel the get");
    }
  }
}
