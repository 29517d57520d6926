// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions by their identity: which of them are equal is for users' code to say.
 *
 * @since 0.1
 */
public final class ThrowableSet {
  private final Set<Same> all = new LinkedHashSet<>();

  /** Makes an empty set. */
  public ThrowableSet() {}

  /** Returns a set of some. */
  public static ThrowableSet of(Collection<Throwable> some) {
    ThrowableSet set = new ThrowableSet();
    set.addAll(some);
    return set;
  }

  /** Adds one; returns whether it is new. */
  public boolean add(Throwable thrown) {
    return all.add(new Same(thrown));
  }

  /** Adds some. */
  public void addAll(Collection<Throwable> some) {
    some.forEach(this::add);
  }

  /** Returns whether one is here. */
  public boolean contains(Throwable thrown) {
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
