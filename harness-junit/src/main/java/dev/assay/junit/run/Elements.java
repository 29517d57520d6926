// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;

/**
 * The names of annotated elements in texts.
 *
 * @since 0.1
 */
public final class Elements {
  private Elements() {}

  /** Returns the kind and the name of a class, a method or a package. */
  public static String name(AnnotatedElement element) {
    if (element instanceof Class<?> type) {
      return kind(type) + type.getSimpleName();
    } else if (element instanceof Method method) {
      return "the method " + method.getName();
    }
    return element instanceof Package some ? "the package " + some.getName() : element.toString();
  }

  /** Returns whether an element has one annotation and no other, as most tests do. */
  public static boolean hasOnly(AnnotatedElement element, Class<? extends Annotation> annotation) {
    Annotation[] all = element.getDeclaredAnnotations();
    return all.length == 1 && annotation.isInstance(all[0]);
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "the annotation @";
    }
    return type.isInterface() ? "the interface " : "the class ";
  }
}
