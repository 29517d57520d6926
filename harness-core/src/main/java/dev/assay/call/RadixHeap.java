// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A radix heap in base 64, for many armed calls in the order (due, arming).
 *
 * <p>The heap has a reference: a time before which no call in the heap is due. Both times are read
 * as eleven digits of six bits. The highest digit in which a call's due time differs from the
 * reference is the call's level, and the due time's value at that digit is its slot. A slot is a
 * linked list; at level 0 all its calls are due in the same nanosecond. Adding and removing take
 * constant time. Finding the first call moves the reference forward and spreads one list over lower
 * levels, which happens to a call at most ten times.
 *
 * <p>Calls due at the same time leave in the order in which they were added, without a number to
 * compare:
 *
 * <ul>
 *   <li>A call's list depends only on its due time and the reference. The reference moves only
 *       within the slot that is being spread, the lowest one at the lowest occupied level. It
 *       therefore keeps all higher digits, and calls outside that slot stay where they are.
 *   <li>Calls due at the same time therefore share a list at every moment. A new call goes to the
 *       end of the list. A list is spread from its beginning, over levels that are empty, and each
 *       call goes to the end of its new list. Neither operation changes the order of two calls.
 * </ul>
 */
final class RadixHeap<C extends ArmedCall<C>> {
  private static final int DIGIT = 6;
  private static final int SLOTS = 1 << DIGIT;
  private static final int LEVELS = (Long.SIZE - 1 + DIGIT - 1) / DIGIT;

  /** The first call of each list, at {@code level * SLOTS + slot}. */
  private final @Nullable C[] heads = lists();

  private final @Nullable C[] tails = lists();

  /** For each level, the slots that hold calls, one bit each. */
  private final long[] occupiedSlots = new long[LEVELS];

  /** The levels that hold calls, one bit each. */
  private int occupiedLevels;

  private long reference;

  /** Adds a call that is not due before the last call that was found due. */
  void add(C call) {
    int level = levelOf(call.due);
    int slot = slotAt(level, call.due);
    int list = level * SLOTS + slot;
    C tail = tails[list];
    tails[list] = call;
    call.previous = tail;
    call.next = null;
    if (tail == null) {
      heads[list] = call;
      occupiedSlots[level] |= 1L << slot;
      occupiedLevels |= 1 << level;
    } else {
      tail.next = call;
    }
  }

  /** Removes a call that is in the heap. */
  void remove(C call) {
    C before = call.previous;
    C after = call.next;
    if (before != null && after != null) {
      before.next = after;
      after.previous = before;
    } else {
      removeEnd(call, before, after);
    }
    call.previous = null;
    call.next = null;
  }

  /** Returns the first call, as {@link CallQueue#first} does. */
  @Nullable C first(long limit) {
    int level = Integer.numberOfTrailingZeros(occupiedLevels);
    C head = lowestHead(level);
    if (level == 0 || head.next == null) {
      return head.due <= limit ? head : null;
    }
    int shift = level * DIGIT;
    if (head.due >>> shift > limit >>> shift) {
      return null;
    }
    long least = leastDue(head);
    reference = Math.min(least, limit);
    spread(level, head);
    return least <= limit ? lowestHead(0) : null;
  }

  /** Returns the time at which the first call is due; the heap must not be empty. */
  long leastDue() {
    return leastDue(lowestHead(Integer.numberOfTrailingZeros(occupiedLevels)));
  }

  /** Returns a time before which no call is due, found without examining all calls in a list. */
  long floor() {
    int level = Integer.numberOfTrailingZeros(occupiedLevels);
    C head = lowestHead(level);
    int shift = level * DIGIT;
    return head.next == null ? head.due : head.due >>> shift << shift;
  }

  /** Returns the calls in order. */
  List<C> snapshot() {
    List<C> calls = new ArrayList<>();
    for (C head : heads) {
      for (C call = head; call != null; call = call.next) {
        calls.add(call);
      }
    }
    calls.sort(Comparator.comparingLong(call -> call.due));
    return calls;
  }

  private long leastDue(C head) {
    long least = head.due;
    for (C call = head.next; call != null; call = call.next) {
      least = Math.min(least, call.due);
    }
    return least;
  }

  private C lowestHead(int level) {
    int slot = Long.numberOfTrailingZeros(occupiedSlots[level]);
    return requireNonNull(heads[level * SLOTS + slot]);
  }

  /** Moves the calls of a list to their positions for the new reference. */
  private void spread(int level, C head) {
    vacate(level, slotAt(level, head.due));
    C call = head;
    while (call != null) {
      C following = call.next;
      add(call);
      call = following;
    }
  }

  private void removeEnd(C call, @Nullable C before, @Nullable C after) {
    int level = levelOf(call.due);
    int slot = slotAt(level, call.due);
    if (before != null) {
      before.next = null;
      tails[level * SLOTS + slot] = before;
    } else if (after != null) {
      after.previous = null;
      heads[level * SLOTS + slot] = after;
    } else {
      vacate(level, slot);
    }
  }

  private void vacate(int level, int slot) {
    heads[level * SLOTS + slot] = null;
    tails[level * SLOTS + slot] = null;
    occupiedSlots[level] &= ~(1L << slot);
    if (occupiedSlots[level] == 0) {
      occupiedLevels &= ~(1 << level);
    }
  }

  @SuppressWarnings("unchecked") // only calls of the type are ever stored
  private static <C extends ArmedCall<C>> @Nullable C[] lists() {
    return (@Nullable C[]) new ArmedCall<?>[LEVELS * SLOTS];
  }

  private int levelOf(long due) {
    return (Long.SIZE - 1 - Long.numberOfLeadingZeros(due ^ reference)) / DIGIT;
  }

  private static int slotAt(int level, long due) {
    return (int) (due >>> (level * DIGIT)) & (SLOTS - 1);
  }
}
