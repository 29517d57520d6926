// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.pool;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.Deferreds;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A pool with a short cut, and the fault that came with it. */
final class HastyPool<M> {
  private final DeferredQueue<M> idle = new DeferredQueue<>();

  HastyPool(List<M> members) {
    members.forEach(idle::put);
  }

  <T extends @Nullable Object> Deferred<T> use(Function<M, Deferred<T>> work) {
    return idle.get().addDeferringCallback(member -> lend(member, work));
  }

  private <T extends @Nullable Object> Deferred<T> lend(M member, Function<M, Deferred<T>> work) {
    Deferred<T> result = Deferreds.maybeDeferred(() -> work.apply(member));
    if (result.isFired()) {
      idle.put(member);
      return result;
    }
    return result.addBoth(
        outcome -> {
          idle.put(member);
          return outcome.get();
        });
  }
}
