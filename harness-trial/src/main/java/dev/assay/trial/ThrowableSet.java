// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exceptions by their identity: which of them are equal is for users' code to say. */
final class ThrowableSet {
  private final Set<Same> all = new LinkedHashSet<>();

  static ThrowableSet of(Collection<Throwable> some) {
    ThrowableSet set = new ThrowableSet();
    set.addAll(some);
    return set;
  }

  /** Adds one; returns whether it is new. */
  boolean add(Throwable thrown) {
    return all.add(new Same(thrown));
  }

  void addAll(Collection<Throwable> some) {
    some.forEach(this::add);
  }

  boolean contains(Throwable thrown) {
    return all.contains(new Same(thrown));
  }

  private record Same(Throwable thrown) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.thrown == thrown;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(thrown);
    }
  }
}
