// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Dynamic tests that are made one by one as Jupiter requests them, after their factory has
 * returned. The objects made with them still belong to the factory's trial.
 */
final class LazyNodes {
  private LazyNodes() {}

  /** Returns the result of a factory, so that reading it is a part of its trial. */
  @SuppressWarnings("unchecked")
  static <T extends @Nullable Object> T within(TrialScope scope, T nodes) {
    if (nodes instanceof Stream<?> stream) {
      Iterator<?> iterator = new Bound<>(scope, stream.iterator());
      return (T)
          StreamSupport.stream(
                  Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
              .onClose(stream::close);
    } else if (nodes instanceof Iterator<?> iterator) {
      return (T) new Bound<Object>(scope, iterator);
    } else if (nodes instanceof Iterable<?> iterable && !(nodes instanceof Collection)) {
      Iterable<?> bound = () -> new Bound<>(scope, iterable.iterator());
      return (T) bound;
    }
    return nodes;
  }

  /** An iterator that is read within a trial. */
  private record Bound<T>(TrialScope scope, Iterator<? extends T> nodes) implements Iterator<T> {
    @Override
    public boolean hasNext() {
      return scope.nextPart(nodes::hasNext);
    }

    @Override
    public T next() {
      return scope.nextPart(nodes::next);
    }
  }
}
