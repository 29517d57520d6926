// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.AllowPending;
import dev.assay.junit.AllowRealTime;
import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.junit.run.Fixtures;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The check whether a test that does not name {@link TrialExtension} still requests it: by an
 * annotation for trials on itself, its class, an enclosing class or its package; or by a parameter.
 */
final class AutoDetection {
  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(
          AllowPending.class,
          AllowRealTime.class,
          Lenient.class,
          Strict.class,
          TimeLimit.class,
          Todo.class);

  private AutoDetection() {}

  /** Returns whether a context requests it; one that names the extension already has it. */
  static boolean applies(ExtensionContext context) {
    Store store = context.getStore(TrialScope.NAMESPACE);
    String key = "detection of " + context.getUniqueId();
    Boolean known = store.get(key, Boolean.class);
    if (known == null) {
      known = find(context);
      store.put(key, known);
    }
    return known;
  }

  private static boolean find(ExtensionContext context) {
    List<Class<?>> classes = classes(context);
    List<AnnotatedElement> elements = new ArrayList<>(classes);
    context.getTestMethod().ifPresent(elements::add);
    if (elements.stream().anyMatch(AutoDetection::isExtended)
        || classes.stream().anyMatch(AutoDetection::registers)) {
      return false;
    }
    classes.stream().limit(1).map(Class::getPackage).forEach(elements::add);
    return elements.stream().anyMatch(AutoDetection::isAnnotated)
        || context.getTestMethod().filter(AutoDetection::isTrial).isPresent()
        || executables(context, classes).anyMatch(AutoDetection::takesFixtures);
  }

  private static List<Class<?>> classes(ExtensionContext context) {
    return Stream.<Class<?>>iterate(
            context.getTestClass().orElse(null), type -> type != null, Class::getEnclosingClass)
        .toList();
  }

  private static boolean isExtended(AnnotatedElement element) {
    return AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
        .anyMatch(extended -> List.of(extended.value()).contains(TrialExtension.class));
  }

  private static boolean registers(Class<?> type) {
    return AnnotationSupport.findAnnotatedFields(type, RegisterExtension.class).stream()
        .anyMatch(field -> field.getType().equals(TrialExtension.class));
  }

  /** Returns whether the engine also runs a test, so that it must be refused. */
  private static boolean isTrial(AnnotatedElement element) {
    return AnnotationSupport.isAnnotated(element, Trial.class);
  }

  private static boolean isAnnotated(AnnotatedElement element) {
    return ANNOTATIONS.stream().anyMatch(type -> AnnotationSupport.isAnnotated(element, type));
  }

  private static Stream<Executable> executables(ExtensionContext context, List<Class<?>> classes) {
    Stream<Executable> ofClasses =
        classes.stream()
            .flatMap(
                type ->
                    Stream.of(
                            List.of(type.getDeclaredConstructors()),
                            AnnotationSupport.findAnnotatedMethods(
                                type, BeforeEach.class, HierarchyTraversalMode.TOP_DOWN),
                            AnnotationSupport.findAnnotatedMethods(
                                type, AfterEach.class, HierarchyTraversalMode.TOP_DOWN))
                        .flatMap(List::stream));
    return Stream.concat(context.getTestMethod().stream(), ofClasses);
  }

  private static boolean takesFixtures(Executable executable) {
    return Stream.of(executable.getParameterTypes()).anyMatch(Fixtures.types()::contains);
  }
}
