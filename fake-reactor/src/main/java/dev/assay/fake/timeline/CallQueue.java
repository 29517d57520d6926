// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The armed calls in the order (due, arming): a sorted list while they are few, so that an empty
 * queue costs nothing to create, and then a {@link RadixHeap} until the last call has left.
 */
final class CallQueue {
  private static final int FEW = 16;

  /** The maximum number of calls in the list. */
  private final int few;

  /** The first and the last call of the list. */
  private @Nullable VirtualCall head;

  private @Nullable VirtualCall tail;

  /** The heap that holds the calls while they are many. */
  private @Nullable RadixHeap many;

  /** The previous heap, kept for reuse. */
  private @Nullable RadixHeap spare;

  private int size;

  CallQueue() {
    this(FEW);
  }

  /** Creates a queue that keeps at most n calls in its list. */
  CallQueue(int few) {
    this.few = few;
  }

  int size() {
    return size;
  }

  /** Adds a call that is not due before the last call that was found due. */
  void add(VirtualCall call) {
    RadixHeap heap = size == few && many == null ? becomeMany() : many;
    size++;
    if (heap == null) {
      insert(call);
    } else {
      heap.add(call);
    }
  }

  /** Removes a call that is in the queue. */
  void remove(VirtualCall call) {
    size--;
    RadixHeap heap = many;
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
  @Nullable VirtualCall first(long limit) {
    RadixHeap heap = many;
    if (heap != null) {
      return heap.first(limit);
    }
    return head != null && head.due <= limit ? head : null;
  }

  /** Returns the time at which the first call is due; the queue must not be empty. */
  long leastDue() {
    return many == null ? requireNonNull(head).due : many.leastDue();
  }

  /**
   * Returns a time before which no call is due, found without examining many calls. After a request
   * for the first call by that time, the queue returns a later time, unless a call is due exactly
   * then.
   */
  long floor() {
    return many == null ? requireNonNull(head).due : many.floor();
  }

  /** Returns the calls in order. */
  List<VirtualCall> snapshot() {
    if (many != null) {
      return many.snapshot();
    }
    List<VirtualCall> calls = new ArrayList<>(size);
    for (VirtualCall call = head; call != null; call = call.next) {
      calls.add(call);
    }
    return calls;
  }

  /** Moves the calls of the list to a heap, in order. */
  private RadixHeap becomeMany() {
    RadixHeap heap = spare == null ? new RadixHeap() : spare;
    VirtualCall call = head;
    while (call != null) {
      VirtualCall following = call.next;
      heap.add(call);
      call = following;
    }
    head = null;
    tail = null;
    many = heap;
    return heap;
  }

  /** Inserts a call into the list, after all calls that are not due later. */
  private void insert(VirtualCall call) {
    VirtualCall before = tail;
    while (before != null && before.due > call.due) {
      before = before.previous;
    }
    VirtualCall after = before == null ? head : before.next;
    link(before, call);
    link(call, after);
  }

  private void unlink(VirtualCall call) {
    VirtualCall before = call.previous;
    VirtualCall after = call.next;
    call.previous = null;
    call.next = null;
    link(before, after);
  }

  /** Links two calls as neighbours; null represents the position beyond the end of the list. */
  private void link(@Nullable VirtualCall before, @Nullable VirtualCall after) {
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
