// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a port, which is asked for first and happens later, and those who wait for it. */
final class Closing {
  private final List<Deferred<@Nullable Void>> waiting = new ArrayList<>();
  private boolean begun;
  private boolean done;

  /** Begins the end; returns whether this was asked for the first time. */
  boolean begin() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  boolean hasBegun() {
    return begun;
  }

  boolean isDone() {
    return done;
  }

  /** Returns a Deferred that fires when the end is done, or has fired if it is. */
  Deferred<@Nullable Void> whenDone() {
    if (done) {
      return Deferred.<@Nullable Void>succeed(null);
    }
    Deferred<@Nullable Void> waiter = new Deferred<>();
    waiting.add(waiter);
    return waiter;
  }

  void end() {
    done = true;
    while (!waiting.isEmpty()) {
      waiting.remove(0).callback(null);
    }
  }
}
