// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.declared;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The annotations of methods. The methods of a class have few different annotations, so the
 * composition of each annotation is looked up once, and not for every method.
 */
final class MethodAnnotations {
  private final Set<Class<? extends Annotation>> types = new LinkedHashSet<>();

  private MethodAnnotations() {}

  /** Returns the annotations of the methods that a class declares. */
  static MethodAnnotations of(Class<?> type) {
    MethodAnnotations made = new MethodAnnotations();
    made.addOwn(type);
    return made;
  }

  /** Returns the annotations of all methods of a class, including inherited ones. */
  static MethodAnnotations ofAll(Class<?> type) {
    MethodAnnotations made = new MethodAnnotations();
    made.addAll(type);
    return made;
  }

  private void addAll(Class<?> type) {
    if (!type.getName().startsWith("java.")) {
      addOwn(type);
      Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
          .forEach(this::addAll);
    }
  }

  private void addOwn(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      for (Annotation annotation : method.getDeclaredAnnotations()) {
        types.add(annotation.annotationType());
      }
    }
  }

  /** Returns the annotations that are a certain annotation, or are composed of it. */
  List<Class<? extends Annotation>> meaning(Class<? extends Annotation> sought) {
    return types.stream()
        .filter(type -> type.equals(sought) || AnnotationSupport.isAnnotated(type, sought))
        .toList();
  }

  /** Returns whether a method has one of some annotations, regardless of composition. */
  static boolean has(Method method, List<Class<? extends Annotation>> some) {
    for (Annotation annotation : method.getDeclaredAnnotations()) {
      if (some.contains(annotation.annotationType())) {
        return true;
      }
    }
    return false;
  }
}
