// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Threads that keep all processors busy, four for each, while something is done. */
final class Load {
  private static final int TIMES = 4;

  private final List<Thread> threads;
  private volatile boolean over;

  private Load() {
    threads =
        Stream.generate(() -> new Thread(this::burn, "load"))
            .limit((long) TIMES * Runtime.getRuntime().availableProcessors())
            .toList();
  }

  /** Does something under load. */
  static <T> T during(Supplier<T> work) {
    Load load = new Load();
    load.threads.forEach(thread -> thread.setDaemon(true));
    load.threads.forEach(Thread::start);
    try {
      return work.get();
    } finally {
      load.over = true;
    }
  }

  private void burn() {
    while (!over) {
      Thread.onSpinWait();
    }
  }
}
