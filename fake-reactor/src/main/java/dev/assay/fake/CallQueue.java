// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Armed calls in the order (due, arming): a sorted list as long as they are few, so that a queue
 * costs nothing to make, and a {@link RadixHeap} from then on until the last one has left.
 */
final class CallQueue {
  private static final int FEW = 16;

  /** The most calls that are kept in the list. */
  private final int few;

  /** The ends of the list. */
  private @Nullable VirtualCall head;

  private @Nullable VirtualCall tail;

  private @Nullable RadixHeap heap;
  private boolean isMany;
  private int size;

  CallQueue() {
    this(FEW);
  }

  /** Makes a queue that keeps so many calls in its list at most. */
  CallQueue(int few) {
    this.few = few;
  }

  int size() {
    return size;
  }

  /** Adds a call that is not due before the last one that was found due. */
  void add(VirtualCall call) {
    if (size == few && !isMany) {
      becomeMany();
    }
    size++;
    if (isMany) {
      heap().add(call);
    } else {
      insert(call);
    }
  }

  /** Takes out a call that is in the queue. */
  void remove(VirtualCall call) {
    size--;
    if (isMany) {
      heap().remove(call);
      isMany = size > 0;
    } else {
      unlink(call);
    }
  }

  /**
   * Returns the first call, which stays in the queue, or null if none is due by the limit.
   *
   * <p>The limit is a promise: no call will be added that is due before the call returned or, if
   * none is, before the limit.
   */
  @Nullable VirtualCall first(long limit) {
    if (isMany) {
      return heap().first(limit);
    }
    return head != null && head.due <= limit ? head : null;
  }

  /** Returns when the first call is due; the queue must not be empty. */
  long leastDue() {
    return isMany ? heap().leastDue() : requireNonNull(head).due;
  }

  /**
   * Returns a time before which no call is due, found without looking at many calls. Asked for the
   * first call by that time, the queue knows a later one, or has one that is due just then.
   */
  long floor() {
    return isMany ? heap().floor() : requireNonNull(head).due;
  }

  /** Returns the calls in order. */
  List<VirtualCall> snapshot() {
    if (isMany) {
      return heap().snapshot();
    }
    List<VirtualCall> calls = new ArrayList<>(size);
    for (VirtualCall call = head; call != null; call = call.next) {
      calls.add(call);
    }
    return calls;
  }

  private RadixHeap heap() {
    return requireNonNull(heap);
  }

  /** Moves the calls of the list to the heap, in order. */
  private void becomeMany() {
    isMany = true;
    if (heap == null) {
      heap = new RadixHeap();
    }
    VirtualCall call = head;
    while (call != null) {
      VirtualCall following = call.next;
      heap.add(call);
      call = following;
    }
    head = null;
    tail = null;
  }

  /** Puts a call into the list, after all that are not due later. */
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

  /** Makes two calls neighbours; null stands for what is beyond the end of the list. */
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
