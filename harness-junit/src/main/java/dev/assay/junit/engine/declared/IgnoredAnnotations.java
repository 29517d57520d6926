// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.declared;

import dev.assay.junit.AllowPending;
import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.junit.run.Elements;
import dev.assay.junit.run.Malformed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.IndicativeSentencesGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocks;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * The annotations of Jupiter that change its own tests, and have no effect on trials.
 *
 * @since 0.1
 */
public final class IgnoredAnnotations {
  /** The annotations that count for trials, and those that only change names. */
  private static final Set<Class<?>> COUNTED =
      Set.of(
          AfterAll.class,
          AfterEach.class,
          BeforeAll.class,
          BeforeEach.class,
          Disabled.class,
          DisplayName.class,
          DisplayNameGeneration.class,
          Execution.class,
          IndicativeSentencesGeneration.class,
          Isolated.class,
          Nested.class,
          ResourceLock.class,
          ResourceLocks.class,
          Tag.class,
          Tags.class);

  /** Assay's own annotations, which count for trials and for their classes and packages. */
  private static final Set<Class<?>> OF_TRIALS =
      Set.of(AllowPending.class, Lenient.class, Strict.class, TimeLimit.class, Todo.class);

  private static final List<Class<? extends Annotation>> TESTS =
      List.of(Test.class, TestFactory.class, TestTemplate.class);

  private final List<Found> found = new ArrayList<>();

  private IgnoredAnnotations() {}

  /** Returns the annotations without effect on a trial. */
  public static List<Found> of(TrialMethod trial) {
    return Elements.hasOnly(trial.method(), Trial.class)
        ? List.of()
        : find(ignored -> ignored.lookAt("the trial ", trial.method()));
  }

  /** Returns those on a class, its fixtures and its fields, unless they are for Jupiter's tests. */
  public static List<Found> of(TestClass testClass) {
    return find(
        ignored -> {
          fixtures(testClass).forEach(ignored::lookForOurs);
          if (!TestClass.has(testClass.type(), TESTS)) {
            ignored.lookAt(testClass);
          }
        });
  }

  private static List<Found> find(Consumer<IgnoredAnnotations> look) {
    IgnoredAnnotations ignored = new IgnoredAnnotations();
    try {
      look.accept(ignored);
    } catch (LinkageError | TypeNotPresentException | ArrayStoreException partIsMissing) {
      // There is no warning about a class that cannot be read: the trials may not need it.
    }
    return ignored.found;
  }

  private void lookAt(TestClass testClass) {
    lookAtHierarchy(testClass.type());
    fixtures(testClass).forEach(method -> lookAt("the method ", method));
    ReflectionSupport.findFields(testClass.type(), field -> true, HierarchyTraversalMode.TOP_DOWN)
        .forEach(this::lookAt);
  }

  private static Stream<Method> fixtures(TestClass testClass) {
    return Stream.of(
            testClass.beforeAll(),
            testClass.beforeEach(),
            testClass.afterEach(),
            testClass.afterAll())
        .flatMap(List::stream);
  }

  private void lookForOurs(Method fixture) {
    for (Annotation annotation : fixture.getDeclaredAnnotations()) {
      Class<?> type = annotation.annotationType();
      if (OF_TRIALS.contains(type)) {
        String problem =
            "the method %s has @%s, which applies to trials, their classes and packages"
                .formatted(fixture.getName(), type.getSimpleName());
        Malformed malformed = new Malformed(problem, "put it on the class, or on its trials");
        found.add(new Found(malformed, MethodSource.from(fixture)));
      }
    }
  }

  private void lookAtHierarchy(Class<?> type) {
    String kind = type.isInterface() ? "the interface " : "the class ";
    lookAt(kind + type.getSimpleName(), type, ClassSource.from(type));
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .forEach(this::lookAtHierarchy);
  }

  private void lookAt(String kind, Method method) {
    lookAt(kind + method.getName(), method, MethodSource.from(method));
  }

  private void lookAt(Field field) {
    lookAt("the field " + field.getName(), field, ClassSource.from(field.getDeclaringClass()));
  }

  private void lookAt(String what, AnnotatedElement element, TestSource source) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<?> written = annotation.annotationType();
      for (Class<?> meant : jupiters(written)) {
        String name =
            "@"
                + written.getSimpleName()
                + (meant.equals(written) ? "" : " (@" + meant.getSimpleName() + ")");
        String problem = " has " + name + ", which applies to Jupiter's tests and not to trials";
        found.add(new Found(new Malformed(what + problem, insteadOf(meant)), source));
      }
    }
  }

  /** Returns the annotations of Jupiter that an annotation is, or is composed of. */
  private static List<Class<?>> jupiters(Class<?> annotation) {
    List<Class<?>> seen = new ArrayList<>(List.of(annotation));
    for (int i = 0; i < seen.size(); i++) {
      if (!isJupiters(seen.get(i))) {
        Stream.of(seen.get(i).getDeclaredAnnotations())
            .<Class<?>>map(Annotation::annotationType)
            .filter(type -> !seen.contains(type))
            .forEach(seen::add);
      }
    }
    return seen.stream().filter(type -> isJupiters(type) && !COUNTED.contains(type)).toList();
  }

  private static boolean isJupiters(Class<?> annotation) {
    return annotation.getName().startsWith("org.junit.jupiter.");
  }

  private static String insteadOf(Class<?> annotation) {
    if (annotation.getPackageName().endsWith(".condition")) {
      return "use Assumptions.assumeTrue(...)";
    }
    return switch (annotation.getSimpleName()) {
      case "Timeout" -> "use @TimeLimit";
      case "TempDir" -> "use TrialContext.temporaryDirectory()";
      case "TestInstance" -> "make shared fields static: each trial has an instance of its own";
      case "AutoClose" -> "use TrialContext.addCleanup(...)";
      default -> "use a @Test with TrialExtension, or remove it";
    };
  }

  /**
   * An annotation without effect.
   *
   * @param source where it is written: the same for all classes that inherit it
   * @since 0.1
   */
  public record Found(Malformed malformed, TestSource source) {}
}
