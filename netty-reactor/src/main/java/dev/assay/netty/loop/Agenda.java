// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.loop;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/** Things to do in order; what is added while they are being done is left for the next time. */
final class Agenda<T> {
  private final Consumer<T> doing;
  private ArrayDeque<T> items = new ArrayDeque<>();
  private ArrayDeque<T> empty = new ArrayDeque<>();

  Agenda(Consumer<T> doing) {
    this.doing = doing;
  }

  void add(T item) {
    items.add(item);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  void run() {
    ArrayDeque<T> taken = items;
    items = empty;
    for (T item = taken.poll(); item != null; item = taken.poll()) {
      doing.accept(item);
    }
    empty = taken;
  }
}
