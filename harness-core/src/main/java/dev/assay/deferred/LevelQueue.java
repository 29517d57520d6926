// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.Arrays;
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
    if (head == size) {
      head = 0;
      size = 1;
      if (levels instanceof Object[]) {
        array()[0] = level;
      } else {
        levels = level;
      }
      return;
    }
    @Nullable Object[] array = room();
    array[size++] = level;
  }

  /** Removes and returns the first level; there must be one. */
  final Object takeLevel() {
    Object taken;
    if (levels instanceof Object[]) {
      @Nullable Object[] array = array();
      taken = array[head];
      array[head] = null;
    } else {
      taken = levels;
      levels = null;
    }
    head++;
    if (taken == null) {
      throw new AssertionError(
          "no level at " + (head - 1) + " of " + size + "; please report this");
    }
    return taken;
  }

  /** Returns the levels as the array they are in; a cast, for NullAway fails on a pattern. */
  @SuppressWarnings("NullAway")
  private @Nullable Object[] array() {
    return (@Nullable Object[]) levels;
  }

  /** Returns an array with room for one level more, moving the levels there are to its front. */
  @SuppressWarnings("ReferenceEquality") // is it the same array?
  private @Nullable Object[] room() {
    if (!(levels instanceof Object[])) {
      @Nullable Object[] made = new @Nullable Object[FIRST_CAPACITY];
      made[0] = levels;
      levels = made;
      return made;
    }
    @Nullable Object[] array = array();
    if (size < array.length) {
      return array;
    }
    int count = size - head;
    @Nullable Object[] target =
        count > array.length / 2 ? new @Nullable Object[2 * array.length] : array;
    System.arraycopy(array, head, target, 0, count);
    if (target == array) {
      Arrays.fill(array, count, size, null);
    }
    head = 0;
    size = count;
    levels = target;
    return target;
  }
}
