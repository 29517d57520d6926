// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.declared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.assay.junit.Trial;
import dev.assay.junit.run.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A class with trials: its methods by their purpose, each list in execution order.
 *
 * @since 0.1
 */
public final class TestClass {
  /** Reflection promises no order of methods: this one is the same on every JDK. */
  private static final Comparator<Method> BY_NAME =
      Comparator.comparing(Method::getName).thenComparing(TrialMethod::id);

  private final Class<?> type;
  private final @Nullable TestClass outer;
  private final List<Method> beforeAll;
  private final List<Method> beforeEach;
  private final List<Method> afterEach;
  private final List<Method> afterAll;
  private final List<ResourceLock> locks;
  private final List<Malformed> malformed;
  private final Map<String, TrialMethod> trials;

  /** Reads a class, which is nested in another or, with null, is not. */
  public TestClass(Class<?> type, @Nullable TestClass outer) {
    this.type = type;
    this.outer = outer;
    MethodAnnotations annotations = MethodAnnotations.ofAll(type);
    this.beforeAll = find(annotations.meaning(BeforeAll.class), HierarchyTraversalMode.TOP_DOWN);
    this.beforeEach = find(annotations.meaning(BeforeEach.class), HierarchyTraversalMode.TOP_DOWN);
    this.afterEach = find(annotations.meaning(AfterEach.class), HierarchyTraversalMode.BOTTOM_UP);
    this.afterAll = find(annotations.meaning(AfterAll.class), HierarchyTraversalMode.BOTTOM_UP);
    this.locks = Locks.find(type);
    this.malformed = Declarations.check(this);
    this.trials =
        Declarations.trials(
            this, find(annotations.meaning(Trial.class), HierarchyTraversalMode.TOP_DOWN));
  }

  /**
   * Returns whether a class has a trial, inherited or nested; most classes have none. A class that
   * cannot be linked counts if it mentions trials: it then fails, and is not lost.
   */
  static boolean hasTrials(Class<?> type) {
    try {
      return has(type, List.of(Trial.class));
    } catch (LinkageError partIsMissing) {
      return mentionsTrials(type);
    }
  }

  /** Searches the file of a class for the descriptor of the annotation. */
  private static boolean mentionsTrials(Class<?> type) {
    String name = type.getName();
    String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in != null
          && new String(in.readAllBytes(), ISO_8859_1).contains(Trial.class.descriptorString());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Returns whether a method of a class, inherited or nested, has one of some annotations. */
  static boolean has(Class<?> type, List<Class<? extends Annotation>> annotations) {
    return has(type, annotations, new ArrayList<>());
  }

  /**
   * Does the same except for the classes already seen: a nested class may extend an enclosing one.
   */
  private static boolean has(
      Class<?> type, List<Class<? extends Annotation>> annotations, List<Class<?>> seen) {
    if (type.getName().startsWith("java.") || seen.contains(type)) {
      return false;
    }
    seen.add(type);
    Class<?> parent = type.getSuperclass();
    MethodAnnotations written = MethodAnnotations.of(type);
    return annotations.stream().anyMatch(some -> !written.meaning(some).isEmpty())
        || Stream.of(type.getDeclaredClasses())
            .anyMatch(member -> isNested(member) && has(member, annotations, seen))
        || Stream.of(type.getInterfaces()).anyMatch(some -> has(some, annotations, seen))
        || (parent != null && has(parent, annotations, seen));
  }

  /**
   * Returns whether a class on its own can be a class of trials: abstract classes are for
   * subclasses, and classes without a name are single objects.
   */
  public static boolean isTestClass(Class<?> type) {
    return !type.isInterface()
        && !type.isAnnotation()
        && !type.isAnonymousClass()
        && !Modifier.isAbstract(type.getModifiers())
        && hasTrials(type);
  }

  /** Returns whether a class is nested: by its annotation, or by intent if it is an inner class. */
  public static boolean isNested(Class<?> type) {
    return type.isMemberClass()
        && (AnnotationSupport.isAnnotated(type, Nested.class)
            || !Modifier.isStatic(type.getModifiers()));
  }

  private List<Method> find(
      List<Class<? extends Annotation>> annotations, HierarchyTraversalMode direction) {
    return annotations.isEmpty()
        ? List.of()
        : sorted(
            ReflectionSupport.findMethods(
                type, method -> MethodAnnotations.has(method, annotations), direction));
  }

  /** Orders the methods of each class by their names; the order of the classes does not change. */
  private static List<Method> sorted(List<Method> methods) {
    return methods.stream()
        .collect(groupingBy(Method::getDeclaringClass, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(ofOneClass -> ofOneClass.stream().sorted(BY_NAME))
        .toList();
  }

  /** Returns the class itself. */
  public Class<?> type() {
    return type;
  }

  /** Returns this class and the enclosing ones, outermost first. */
  public List<TestClass> chain() {
    List<TestClass> chain = new ArrayList<>();
    for (TestClass some = this; some != null; some = some.outer) {
      chain.add(some);
    }
    Collections.reverse(chain);
    return chain;
  }

  /** Returns the enclosing class of trials, or null. */
  public @Nullable TestClass outer() {
    return outer;
  }

  /** Returns the identities of the trials. */
  public Set<String> trialIds() {
    return trials.keySet();
  }

  /** Returns the trial with an identity. */
  public Optional<TrialMethod> trial(String id) {
    return Optional.ofNullable(trials.get(id));
  }

  /** Returns the trial with a name: the one with the given types, or else the only one. */
  public Optional<TrialMethod> trial(String name, String typeNames) {
    String types = typeNames.replace(" ", "");
    List<TrialMethod> named =
        trials.values().stream().filter(trial -> trial.method().getName().equals(name)).toList();
    return named.stream()
        .filter(trial -> named.size() == 1 || trial.typeNames().equals(types))
        .findFirst();
  }

  /** Returns the nested class with trials that has a name. */
  public Optional<Class<?>> nested(String name) {
    return nested(type).filter(nested -> nestedName(type, nested).equals(name)).findFirst();
  }

  /** Returns the names of the nested classes with trials. */
  public List<String> nestedNames() {
    return nested(type).map(nested -> nestedName(type, nested)).toList();
  }

  /**
   * Returns the identity of a nested class: its simple name, or its full name if that is not
   * unique.
   */
  public static String nestedName(Class<?> outer, Class<?> nested) {
    String name = nested.getSimpleName();
    return nested(outer).filter(some -> some.getSimpleName().equals(name)).count() > 1
        ? nested.getName()
        : name;
  }

  /** Returns the nested classes of a class that have trials, those of its superclass first. */
  private static Stream<Class<?>> nested(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    if (parent == null || extendsOneAround(type)) {
      return Stream.of();
    }
    Stream<Class<?>> own =
        Stream.<Class<?>>of(type.getDeclaredClasses())
            .filter(member -> isNested(member) && isTestClass(member))
            .sorted(Comparator.comparing(Class::getName));
    return Stream.concat(nested(parent), own);
  }

  /**
   * Returns whether a class extends one of its enclosing classes, so that it would be nested in
   * itself.
   */
  static boolean extendsOneAround(Class<?> type) {
    for (Class<?> some = type; isNested(some); some = some.getEnclosingClass()) {
      if (some.getEnclosingClass().isAssignableFrom(type)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the constructors of a class, except those that only the compiler has generated. */
  public static List<Constructor<?>> constructors(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(constructor -> !constructor.isSynthetic())
        .toList();
  }

  /** Returns the problems of this class, for which none of its trials can be run. */
  public List<Malformed> malformed() {
    return malformed;
  }

  /** Returns the locks that the class declares, for itself and for its contents. */
  List<ResourceLock> locks() {
    return locks;
  }

  /** Returns the methods to run before all trials. */
  public List<Method> beforeAll() {
    return beforeAll;
  }

  /** Returns the methods to run before each trial. */
  public List<Method> beforeEach() {
    return beforeEach;
  }

  /** Returns the methods to run after each trial. */
  public List<Method> afterEach() {
    return afterEach;
  }

  /** Returns the methods to run after all trials. */
  public List<Method> afterAll() {
    return afterAll;
  }
}
