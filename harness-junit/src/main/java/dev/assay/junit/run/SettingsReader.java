// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.junit.AllowPending;
import dev.assay.junit.AllowRealTime;
import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Todo;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.RealTimeRule;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialSettings;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the settings of a trial: the settings of the run, changed by the annotations of the
 * package, the class and the enclosing classes, and the method. The nearest annotation of a type
 * counts; only permissions accumulate.
 *
 * <p>The configuration parameters are {@code trial.limit.virtual}, {@code trial.limit.real}, {@code
 * trial.limit.blocking}, {@code trial.strictness} and {@code trial.realtime}.
 *
 * @since 0.1
 */
public final class SettingsReader {
  private static final List<Class<? extends Annotation>> SETTINGS =
      List.of(Strict.class, Lenient.class, TimeLimit.class, AllowPending.class, Todo.class);

  /** Whether an annotation has one of those annotations, directly or not: most do not. */
  private static final ClassValue<Boolean> CARRIES_SETTINGS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> annotation) {
          return withAnnotations(annotation, every -> true).stream()
              .anyMatch(some -> SETTINGS.stream().anyMatch(some::isAnnotationPresent));
        }
      };

  /** Reads annotations where no parameter counts. */
  public static final SettingsReader WITHOUT_PARAMETERS =
      new SettingsReader(name -> Optional.empty());

  private final TrialSettings base;

  /** The settings of a class and everything around it, which are the same for all its trials. */
  private final ClassValue<TrialSettings> ofClass =
      new ClassValue<>() {
        @Override
        protected TrialSettings computeValue(Class<?> testClass) {
          return refine(base, outermostFirst(testClass));
        }
      };

  /**
   * Reads the settings of a run.
   *
   * @param parameter returns the text of a configuration parameter, if it is set
   */
  public SettingsReader(Function<String, Optional<String>> parameter) {
    TrialSettings settings = TrialSettings.DEFAULT;
    Optional<Duration> virtual = time(parameter, "trial.limit.virtual");
    Optional<Duration> real = time(parameter, "trial.limit.real");
    Optional<Duration> blocking = time(parameter, "trial.limit.blocking");
    settings = virtual.map(settings::withVirtualLimit).orElse(settings);
    settings = real.map(settings::withRealLimit).orElse(settings);
    settings = blocking.map(settings::withBlockingLimit).orElse(settings);
    Optional<Strictness> strictness =
        parameter.apply("trial.strictness").map(SettingsReader::strictness);
    settings = strictness.map(settings::withStrictness).orElse(settings);
    Optional<RealTimeRule> rule =
        parameter.apply("trial.realtime").map(SettingsReader::realTimeRule);
    base = rule.map(settings::withRealTime).orElse(settings);
  }

  /** Returns the settings of the run, without any annotation. */
  public TrialSettings base() {
    return base;
  }

  /**
   * Returns the settings of the part that is done once for a class; {@code @Todo} has no effect on
   * it.
   *
   * @throws MalformedException if an annotation has an invalid value
   */
  public TrialSettings of(Class<?> testClass) {
    return ofClass.get(testClass).withTodo(null);
  }

  /**
   * Returns the settings of a trial that is a method of a class, or of one of its supertypes.
   *
   * @throws MalformedException if an annotation has an invalid value
   */
  public TrialSettings of(Class<?> testClass, Method method) {
    return refine(ofClass.get(testClass), List.of(method));
  }

  private static TrialSettings refine(TrialSettings outer, List<AnnotatedElement> elements) {
    TrialSettings settings = outer;
    for (AnnotatedElement element : elements) {
      for (AnnotatedElement one : withAnnotations(element, CARRIES_SETTINGS::get)) {
        settings = refine(settings, one);
      }
    }
    return settings;
  }

  /**
   * Returns an element after its annotations, and their annotations: those are further outside.
   *
   * @param counts whether to include an annotation
   */
  private static List<AnnotatedElement> withAnnotations(
      AnnotatedElement element, Predicate<Class<?>> counts) {
    List<AnnotatedElement> nearestFirst = new ArrayList<>(List.of(element));
    for (int i = 0; i < nearestFirst.size(); i++) {
      for (Annotation annotation : nearestFirst.get(i).getDeclaredAnnotations()) {
        Class<?> type = annotation.annotationType();
        if (counts.test(type) && !nearestFirst.contains(type)) {
          nearestFirst.add(type);
        }
      }
    }
    Collections.reverse(nearestFirst);
    return nearestFirst;
  }

  private static List<AnnotatedElement> outermostFirst(Class<?> testClass) {
    List<AnnotatedElement> elements = new ArrayList<>();
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      addWithParents(type, elements);
    }
    elements.add(testClass.getPackage());
    Collections.reverse(elements);
    return elements;
  }

  /** Adds a class, and then its interfaces and superclasses, which are further outside. */
  private static void addWithParents(Class<?> type, List<AnnotatedElement> nearestFirst) {
    nearestFirst.add(type);
    Stream.of(type.getInterfaces()).forEach(some -> addWithParents(some, nearestFirst));
    if (type.getSuperclass() != null) {
      addWithParents(type.getSuperclass(), nearestFirst);
    }
  }

  private static TrialSettings refine(TrialSettings outer, AnnotatedElement element) {
    TrialSettings settings = outer;
    boolean strict = find(element, Strict.class).isPresent();
    boolean lenient = find(element, Lenient.class).isPresent();
    if (strict && lenient) {
      throw malformed(element, "has both @Strict and @Lenient", "remove one of the two", null);
    } else if (strict || lenient) {
      settings = settings.withStrictness(strict ? Strictness.STRICT : Strictness.LENIENT);
    }
    Optional<TimeLimit> limit = find(element, TimeLimit.class);
    if (limit.isPresent()) {
      settings = limited(settings, limit.get(), element);
    }
    Optional<AllowPending> allowed = find(element, AllowPending.class);
    if (allowed.isPresent()) {
      settings = settings.allowing(List.of(allowed.get().value()));
      settings = settings.allowingNames(List.of(allowed.get().names()));
    }
    if (find(element, AllowRealTime.class).isPresent()) {
      settings = settings.withRealTime(RealTimeRule.ALLOW);
    }
    Optional<Todo> todo = find(element, Todo.class);
    return todo.isPresent() ? settings.withTodo(expected(todo.get())) : settings;
  }

  private static TrialSettings limited(
      TrialSettings outer, TimeLimit limit, AnnotatedElement element) {
    TrialSettings settings = outer;
    if (!limit.virtual().isEmpty()) {
      settings = settings.withVirtualLimit(limit("virtual", limit.virtual(), element));
    }
    if (!limit.real().isEmpty()) {
      settings = settings.withRealLimit(limit("real", limit.real(), element));
    }
    if (!limit.blocking().isEmpty()) {
      settings = settings.withBlockingLimit(limit("blocking", limit.blocking(), element));
    }
    return settings;
  }

  private static Duration limit(String name, String text, AnnotatedElement element) {
    try {
      return TimeText.limit(name, text);
    } catch (IllegalArgumentException e) {
      String problem = "has a @TimeLimit that cannot be one: " + e.getMessage();
      throw malformed(element, problem, "write a time of more than 0, or leave it out", e);
    }
  }

  private static MalformedException malformed(
      AnnotatedElement element, String problem, String fix, @Nullable Throwable cause) {
    return new MalformedException(
        new Malformed(Elements.name(element) + " " + problem, fix), cause);
  }

  private static ExpectedError expected(Todo todo) {
    return new ExpectedError(todo.value(), List.of(todo.errors()));
  }

  private static <A extends Annotation> Optional<A> find(AnnotatedElement element, Class<A> type) {
    return Optional.ofNullable(element.getDeclaredAnnotation(type));
  }

  private static Optional<Duration> time(
      Function<String, Optional<String>> parameter, String name) {
    return parameter.apply(name).map(text -> TimeText.limit(name, text));
  }

  private static Strictness strictness(String text) {
    try {
      return Strictness.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "trial.strictness must be lenient, normal or strict: " + text, e);
    }
  }

  private static RealTimeRule realTimeRule(String text) {
    try {
      return RealTimeRule.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "trial.realtime must be allow, report or fail: " + text, e);
    }
  }
}
