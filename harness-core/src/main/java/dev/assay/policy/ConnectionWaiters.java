// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.Protocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The Deferreds that wait for a connection, each with the number of failures that it tolerates. */
final class ConnectionWaiters<P extends Protocol> {
  private final Map<Deferred<P>, Integer> failuresLeft = new LinkedHashMap<>();

  Deferred<P> add(int failures) {
    Deferred<P> waiter = new Deferred<>(deferred -> failuresLeft.remove(deferred));
    waiter.label("whenConnected");
    failuresLeft.put(waiter, failures);
    return waiter;
  }

  void connected(P protocol) {
    fire(List.copyOf(failuresLeft.keySet()), waiter -> waiter.callback(protocol));
  }

  /** Counts a failure, and fails the Deferreds that do not tolerate it. */
  void failed(Throwable failure) {
    failuresLeft.replaceAll((waiter, left) -> left - 1);
    List<Deferred<P>> tired =
        failuresLeft.entrySet().stream()
            .filter(entry -> entry.getValue() == 0)
            .map(Map.Entry::getKey)
            .toList();
    fire(tired, waiter -> waiter.errback(failure));
  }

  void stopped() {
    fire(
        List.copyOf(failuresLeft.keySet()),
        waiter -> waiter.errback(new CancellationException("the service was stopped")));
  }

  /** Fires waiters, unless the callback of one has cancelled another. */
  private void fire(List<Deferred<P>> waiters, Consumer<Deferred<P>> firing) {
    for (Deferred<P> waiter : waiters) {
      if (failuresLeft.remove(waiter) != null) {
        firing.accept(waiter);
      }
    }
  }
}
