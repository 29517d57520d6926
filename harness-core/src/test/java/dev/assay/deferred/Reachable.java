// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object keeps alive, found by following fields rather than by asking the collector. */
final class Reachable {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Object> left = new ArrayDeque<>();

  private Reachable() {}

  /** Returns how many objects of a type an object keeps alive, itself included. */
  static long count(Object root, Class<?> type) throws IllegalAccessException {
    Reachable reachable = new Reachable();
    reachable.found(root);
    while (!reachable.left.isEmpty()) {
      reachable.follow(reachable.left.remove());
    }
    return reachable.seen.stream().filter(type::isInstance).count();
  }

  private void found(@Nullable Object object) {
    if (object != null && seen.add(object)) {
      left.add(object);
    }
  }

  private void follow(Object object) throws IllegalAccessException {
    if (object instanceof Object[] array) {
      Arrays.stream(array).forEach(this::found);
    } else if (object instanceof Collection<?> collection) {
      collection.forEach(this::found);
    }
    for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          found(field.get(object));
        }
      }
    }
  }

  private static boolean isOurs(@Nullable Class<?> type) {
    return type != null && type.getName().startsWith("dev.assay.");
  }
}
