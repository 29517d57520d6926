// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The levels that a Deferred has still to run, first in first out.
 *
 * <p>A level is a bare {@link Callback} where that says it all, and a {@link Level} otherwise. It
 * is the base of Deferred, rather than a part, so that a Deferred is one object: the first level
 * stands in a field, and only a second one costs an array.
 */
abstract class LevelQueue {
  private static final int FIRST_CAPACITY = 4;

  /** The one level there is, or an array whose elements from head to size are the levels. */
  private @Nullable Object levels;

  private int head;
  private int size;

  final boolean hasLevels() {
    return head < size;
  }

  final int levelCount() {
    return size - head;
  }

  final void append(Object level) {
    if (head < size) {
      room()[size++] = level;
      return;
    }
    head = 0;
    size = 1;
    if (levels instanceof Object[] array) {
      array[0] = level;
    } else {
      levels = level;
    }
  }

  /** Removes and returns the first level; there must be one. */
  final Object takeLevel() {
    int index = head++;
    if (levels instanceof Object[] array) {
      Object taken = array[index];
      free(array, index, index + 1);
      return taken;
    }
    Object taken = Objects.requireNonNull(levels);
    levels = null;
    return taken;
  }

  /** Returns an array with room for a level at size, to which the levels there are have moved. */
  private Object[] room() {
    if (!(levels instanceof Object[] array)) {
      Object[] first = new Object[FIRST_CAPACITY];
      first[0] = Objects.requireNonNull(levels);
      levels = first;
      return first;
    }
    if (size < array.length) {
      return array;
    }
    int count = size - head;
    boolean roomInFront = count <= array.length / 2;
    Object[] target = roomInFront ? array : new Object[2 * array.length];
    System.arraycopy(array, head, target, 0, count);
    if (roomInFront) {
      free(array, count, size);
    }
    head = 0;
    size = count;
    levels = target;
    return target;
  }

  /** Forgets levels that are no longer in the queue. */
  @SuppressWarnings("NullAway") // free elements are never read
  private static void free(Object[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      array[i] = null;
    }
  }
}
