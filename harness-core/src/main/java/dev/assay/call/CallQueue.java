// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The armed calls in the order (due, arming): a sorted list while they are few, so that an empty
 * queue costs nothing to create, and then a {@link RadixHeap} until the last call has left.
 *
 * @param <C> the type of the calls
 * @since 0.1
 */
public final class CallQueue<C extends ArmedCall<C>> {
  private static final int FEW = 16;

  /** The maximum number of calls in the list. */
  private final int few;

  /** The first and the last call of the list. */
  private @Nullable C head;

  private @Nullable C tail;

  /** The heap that holds the calls while they are many. */
  private @Nullable RadixHeap<C> many;

  /** The previous heap, kept for reuse. */
  private @Nullable RadixHeap<C> spare;

  private int size;

  /** Creates an empty queue. */
  public CallQueue() {
    this(FEW);
  }

  /** Creates a queue that keeps at most n calls in its list. */
  CallQueue(int few) {
    this.few = few;
  }

  /** Returns the number of calls. */
  public int size() {
    return size;
  }

  /** Adds a call that is not due before the last call that was found due. */
  public void add(C call) {
    RadixHeap<C> heap = size == few && many == null ? becomeMany() : many;
    size++;
    if (heap == null) {
      insert(call);
    } else {
      heap.add(call);
    }
  }

  /** Removes a call that is in the queue. */
  public void remove(C call) {
    size--;
    RadixHeap<C> heap = many;
    if (heap == null) {
      unlink(call);
    } else {
      heap.remove(call);
      if (size == 0) {
        spare = heap;
        many = null;
      }
    }
  }

  /**
   * Returns the first call, which stays in the queue, or null if none is due by the limit.
   *
   * <p>The limit is a promise of the caller: no later call will be due before the returned call or,
   * if null is returned, before the limit.
   */
  public @Nullable C first(long limit) {
    RadixHeap<C> heap = many;
    if (heap != null) {
      return heap.first(limit);
    }
    return head != null && head.due <= limit ? head : null;
  }

  /** Returns the time at which the first call is due; the queue must not be empty. */
  public long leastDue() {
    return many == null ? requireNonNull(head).due : many.leastDue();
  }

  /**
   * Returns a time before which no call is due, found without examining many calls. After a request
   * for the first call by that time, the queue returns a later time, unless a call is due exactly
   * then.
   */
  public long floor() {
    return many == null ? requireNonNull(head).due : many.floor();
  }

  /** Returns the calls in order. */
  public List<C> snapshot() {
    if (many != null) {
      return many.snapshot();
    }
    List<C> calls = new ArrayList<>(size);
    for (C call = head; call != null; call = call.next) {
      calls.add(call);
    }
    return calls;
  }

  /** Moves the calls of the list to a heap, in order. */
  private RadixHeap<C> becomeMany() {
    RadixHeap<C> heap = spare == null ? new RadixHeap<>() : spare;
    C call = head;
    while (call != null) {
      C following = call.next;
      heap.add(call);
      call = following;
    }
    head = null;
    tail = null;
    many = heap;
    return heap;
  }

  /** Inserts a call into the list, after all calls that are not due later. */
  private void insert(C call) {
    C before = tail;
    while (before != null && before.due > call.due) {
      before = before.previous;
    }
    C after = before == null ? head : before.next;
    link(before, call);
    link(call, after);
  }

  private void unlink(C call) {
    C before = call.previous;
    C after = call.next;
    call.previous = null;
    call.next = null;
    link(before, after);
  }

  /** Links two calls as neighbours; null represents the position beyond the end of the list. */
  private void link(@Nullable C before, @Nullable C after) {
    if (before == null) {
      head = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      tail = before;
    } else {
      after.previous = before;
    }
  }
}
