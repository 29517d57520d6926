// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of exceptions by identity, as users' code may define their equality.
 *
 * @since 0.1
 */
public final class ThrowableSet {
  private final Set<Same> all = new LinkedHashSet<>();

  /** Makes an empty set. */
  public ThrowableSet() {}

  /** Returns a set of some exceptions. */
  public static ThrowableSet of(Collection<Throwable> some) {
    ThrowableSet set = new ThrowableSet();
    set.addAll(some);
    return set;
  }

  /** Adds an exception; returns whether it is new. */
  public boolean add(Throwable thrown) {
    return all.add(new Same(thrown));
  }

  /** Adds some exceptions. */
  public void addAll(Collection<Throwable> some) {
    some.forEach(this::add);
  }

  /** Returns whether the set contains an exception. */
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
