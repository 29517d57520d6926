// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.loop;

import java.util.ArrayDeque;

/** The calls that any thread has handed over to the reactor's thread, in that order. */
final class Handed {
  private final Object lock = new Object();
  private ArrayDeque<Runnable> calls = new ArrayDeque<>();
  private ArrayDeque<Runnable> empty = new ArrayDeque<>();

  /** Adds a call, and returns whether it is the first one. */
  boolean add(Runnable call) {
    synchronized (lock) {
      calls.add(call);
      return calls.size() == 1;
    }
  }

  boolean isEmpty() {
    synchronized (lock) {
      return calls.isEmpty();
    }
  }

  /** Runs the calls that are here, but not those that they hand over. */
  void run() {
    ArrayDeque<Runnable> taken;
    synchronized (lock) {
      taken = calls;
      calls = empty;
    }
    for (Runnable call = taken.poll(); call != null; call = taken.poll()) {
      call.run();
    }
    empty = taken;
  }
}
