// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.junit.Trial;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The check for methods that are trials and that another engine also runs: both engines refuse
 * them.
 *
 * @since 0.1
 */
public final class OtherEngines {
  /** The test annotations without {@link Testable}: JUnit 4's and TestNG's. */
  private static final Set<String> OLD = Set.of("org.junit.Test", "org.testng.annotations.Test");

  /** Whether an annotation is {@code @Trial}, or composed of it. */
  private static final ClassValue<Boolean> MEANS_TRIAL =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> annotation) {
          return annotation.equals(Trial.class)
              || AnnotationSupport.isAnnotated(annotation, Trial.class);
        }
      };

  private OtherEngines() {}

  /** Returns the problem of a method that is a trial and also another test, or null. */
  public static @Nullable Malformed check(Method method) {
    if (Elements.hasOnly(method, Trial.class) || !isTrial(method)) {
      return null;
    }
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(written -> test(written).map(meant -> name(written, meant)).stream())
        .findFirst()
        .map(name -> malformed(method, name))
        .orElse(null);
  }

  private static boolean isTrial(Method method) {
    return Stream.of(method.getDeclaredAnnotations())
        .anyMatch(annotation -> MEANS_TRIAL.get(annotation.annotationType()));
  }

  private static Malformed malformed(Method method, String name) {
    return new Malformed(
        "the trial " + method.getName() + " is also a " + name + ", so that it would run twice",
        "remove one of the two");
  }

  private static String name(Class<?> written, Class<?> meant) {
    String own = "@" + written.getSimpleName();
    return written.equals(meant) ? own : own + " (@" + meant.getSimpleName() + ")";
  }

  /** Returns the test annotation of another engine that an annotation is, or is composed of. */
  private static Optional<Class<?>> test(Class<? extends Annotation> annotation) {
    List<Class<?>> seen = new ArrayList<>(List.of(annotation));
    for (int i = 0; i < seen.size(); i++) {
      Class<?> some = seen.get(i);
      if (isTest(some)) {
        return Optional.of(some);
      }
      Stream.of(some.getDeclaredAnnotations())
          .<Class<?>>map(Annotation::annotationType)
          .filter(type -> !seen.contains(type) && !type.equals(Trial.class))
          .forEach(seen::add);
    }
    return Optional.empty();
  }

  private static boolean isTest(Class<?> annotation) {
    return !annotation.equals(Trial.class)
        && (annotation.isAnnotationPresent(Testable.class) || OLD.contains(annotation.getName()));
  }
}
