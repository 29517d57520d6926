// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.pool;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.Deferreds;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A few things, such as connections, each of which serves one piece of work at a time.
 *
 * @param <M> what is lent out
 */
final class Pool<M> {
  private final DeferredQueue<M> idle = new DeferredQueue<>();

  Pool(List<M> members) {
    members.forEach(idle::put);
  }

  /** Lends a member to a piece of work until that is over, now or when one is idle. */
  <T extends @Nullable Object> Deferred<T> use(Function<M, Deferred<T>> work) {
    return idle.get().addDeferringCallback(member -> lend(member, work));
  }

  private <T extends @Nullable Object> Deferred<T> lend(M member, Function<M, Deferred<T>> work) {
    return Deferreds.maybeDeferred(() -> work.apply(member))
        .addBoth(
            outcome -> {
              idle.put(member);
              return outcome.get();
            });
  }
}
