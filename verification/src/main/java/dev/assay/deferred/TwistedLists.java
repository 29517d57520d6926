// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several Deferreds made one with all of Twisted's flags, of which users have the useful ones. */
public final class TwistedLists {
  private TwistedLists() {}

  /** Returns a list, which fires with the outcomes of its members or with the first value. */
  public static <T extends @Nullable Object> Deferred<Object> list(
      List<Deferred<T>> members,
      boolean fireOnOneCallback,
      boolean fireOnOneErrback,
      boolean consumeErrors) {
    List<ListFlag> flags = new ArrayList<>();
    if (fireOnOneCallback) {
      flags.add(ListFlag.FIRE_ON_ONE_CALLBACK);
    }
    if (fireOnOneErrback) {
      flags.add(ListFlag.FIRE_ON_ONE_ERRBACK);
    }
    if (consumeErrors) {
      flags.add(ListFlag.CONSUME_ERRORS);
    }
    return DeferredList.of(members, flags.toArray(ListFlag[]::new))
        .addCallback(
            result ->
                result instanceof ListResult.First<T> first ? first.value() : result.outcomes());
  }

  /** Returns the values of all, and leaves the failures of its members to them if it should. */
  public static <T extends @Nullable Object> Deferred<List<T>> gather(
      List<Deferred<T>> members, boolean consumeErrors) {
    return Deferreds.gather(members, consumeErrors);
  }
}
