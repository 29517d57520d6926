// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.event.ByteText;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Immutable copies of values, which are equal if their contents are equal. */
final class Frozen {
  private Frozen() {}

  /**
   * Copies values that Java compares by identity or that may change later: arrays, collections,
   * texts.
   */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return ByteText.quote(bytes);
    } else if (value instanceof Set<?> set) {
      return addAll(new LinkedHashSet<>(), set);
    } else if (value instanceof Collection<?> collection) {
      return addAll(new ArrayList<>(), collection);
    } else if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, held) -> copy.put(of(key), of(held)));
      return copy;
    } else if (value instanceof CharSequence text) {
      return text.toString();
    } else if (value != null && value.getClass().isArray()) {
      List<@Nullable Object> copy = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        copy.add(of(Array.get(value, i)));
      }
      return copy;
    }
    return value;
  }

  private static Collection<@Nullable Object> addAll(
      Collection<@Nullable Object> copy, Collection<?> values) {
    values.forEach(each -> copy.add(of(each)));
    return copy;
  }
}
