// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The levels that a Deferred has still to run, first in first out.
 *
 * <p>A level is a bare {@link Callback} where that is enough, and a {@link Level} otherwise. This
 * class is the base of Deferred rather than a part, so a Deferred is one object: the first level is
 * stored in a field, and only a second one costs an array.
 */
abstract class LevelQueue {
  private static final int FIRST_CAPACITY = 4;

  /** The only level, or an array whose elements from head to size are the levels. */
  private @Nullable Object levels;

  private int head;
  private int size;

  final boolean hasLevels() {
    return head < size;
  }

  final int levelCount() {
    return size - head;
  }

  /** Returns the last level that was added, or null if it has been taken. */
  final @Nullable Object lastLevel() {
    return levels instanceof Object[] array ? array[size - 1] : levels;
  }

  /** Returns whether there is a level that a trial has added to a chain of its own. */
  final boolean hasLevelsOf(Ledger ledger) {
    for (int i = head; i < size; i++) {
      Object level = levels instanceof Object[] array ? array[i] : levels;
      if (!(level instanceof Level special) || special.isOf(ledger)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the record of a trial that did not create this and whose levels wait here, or null. */
  final @Nullable GuestRecord guestOf(Ledger ledger) {
    for (int i = head; i < size; i++) {
      Object level = levels instanceof Object[] array ? array[i] : levels;
      if (level instanceof GuestLevel guest && guest.isOf(ledger)) {
        return guest.guest();
      }
    }
    return null;
  }

  final void append(Object level) {
    if (levels == null) {
      levels = level;
      size = 1;
      return;
    }
    Object[] array = levels instanceof Object[] many && size < many.length ? many : grow();
    array[size++] = level;
  }

  /** Removes and returns the first level. There must be one. */
  final Object takeLevel() {
    Object taken = levels instanceof Object[] array ? array[head] : levels;
    if (++head == size) {
      levels = null;
      head = 0;
      size = 0;
    }
    return Objects.requireNonNull(taken);
  }

  /** Releases the references to levels that were taken. Slots before a null are null already. */
  @SuppressWarnings("NullAway") // empty slots are never read
  final void forgetTaken() {
    if (levels instanceof Object[] array) {
      for (int i = head - 1; i >= 0 && array[i] != null; i--) {
        array[i] = null;
      }
    }
  }

  /** Moves the levels to the front of an array with room for more, and returns it. */
  private Object[] grow() {
    Object[] target;
    if (levels instanceof Object[] array) {
      target = new Object[Math.max(FIRST_CAPACITY, 2 * (size - head))];
      System.arraycopy(array, head, target, 0, size - head);
    } else {
      target = new Object[FIRST_CAPACITY];
      target[0] = Objects.requireNonNull(levels);
    }
    size -= head;
    head = 0;
    levels = target;
    return target;
  }
}
