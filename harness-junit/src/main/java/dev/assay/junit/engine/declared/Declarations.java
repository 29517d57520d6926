// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.declared;

import dev.assay.deferred.Deferred;
import dev.assay.junit.run.Fixtures;
import dev.assay.junit.run.Malformed;
import dev.assay.junit.run.MalformedException;
import dev.assay.junit.run.OtherEngines;
import dev.assay.junit.run.SettingsReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;

/** The rules by which trials, fixtures and their classes are declared. */
final class Declarations {
  private static final String RETURN_FIX =
      "return nothing, or what is to be awaited: a Deferred or a CompletionStage";

  private Declarations() {}

  /** Returns the problems of a class and its fixtures, including those of enclosing classes. */
  static List<Malformed> check(TestClass testClass) {
    List<Malformed> found = new ArrayList<>();
    TestClass outer = testClass.outer();
    if (outer != null) {
      found.addAll(outer.malformed());
    }
    checkClass(testClass.type(), found);
    testClass.beforeAll().forEach(method -> checkFixture(method, "@BeforeAll", true, found));
    testClass.afterAll().forEach(method -> checkFixture(method, "@AfterAll", true, found));
    testClass.beforeEach().forEach(method -> checkFixture(method, "@BeforeEach", false, found));
    testClass.afterEach().forEach(method -> checkFixture(method, "@AfterEach", false, found));
    Malformed settings = checkSettings(testClass.type(), null);
    if (settings != null) {
      found.add(settings);
    }
    return found.stream().distinct().toList();
  }

  /** Returns the trials of a class by their identity, valid or not. */
  static Map<String, TrialMethod> trials(TestClass testClass, List<Method> methods) {
    Map<String, TrialMethod> trials = new LinkedHashMap<>();
    for (Method method : methods) {
      String id = TrialMethod.id(method);
      TrialMethod twin = trials.get(id);
      Malformed malformed = twin == null ? check(testClass, method) : twins(twin.method(), method);
      trials.put(id, new TrialMethod(method, malformed));
    }
    return Collections.unmodifiableMap(trials);
  }

  private static Malformed twins(Method one, Method other) {
    return new Malformed(
        "there are two trials %s, in %s and in %s"
            .formatted(
                one.getName(),
                one.getDeclaringClass().getSimpleName(),
                other.getDeclaringClass().getSimpleName()),
        "give one of them another name");
  }

  private static @Nullable Malformed check(TestClass testClass, Method method) {
    if (!testClass.malformed().isEmpty()) {
      return testClass.malformed().get(0);
    }
    String what = "the trial " + method.getName();
    if (Modifier.isAbstract(method.getModifiers())) {
      return new Malformed(what + " is abstract", "give it a body");
    } else if (Modifier.isStatic(method.getModifiers())) {
      return new Malformed(what + " is static", "remove the word static");
    } else if (Modifier.isPrivate(method.getModifiers())) {
      return new Malformed(what + " is private", "remove the word private");
    }
    Malformed twice = OtherEngines.check(method);
    if (twice != null) {
      return twice;
    }
    Malformed signature = checkSignature(what, method);
    return signature == null ? checkSettings(testClass.type(), method) : signature;
  }

  private static @Nullable Malformed checkSettings(Class<?> type, @Nullable Method method) {
    SettingsReader reader = SettingsReader.WITHOUT_PARAMETERS;
    try {
      if (method == null) {
        reader.of(type);
      } else {
        reader.of(type, method);
      }
      return null;
    } catch (MalformedException e) {
      return e.malformed();
    }
  }

  private static void checkClass(Class<?> type, List<Malformed> found) {
    String what = "the class " + type.getSimpleName();
    boolean inner = !Modifier.isStatic(type.getModifiers()) && type.getEnclosingClass() != null;
    if (AnnotationSupport.isAnnotated(type, Nested.class)) {
      if (!inner) {
        found.add(new Malformed(what + " is @Nested and static", "remove one of the two"));
      }
    } else if (inner) {
      found.add(
          new Malformed(what + " is an inner class", "add @Nested, or make it static or abstract"));
    }
    if (TestClass.extendsOneAround(type)) {
      found.add(new Malformed(what + " extends a class that encloses it", "extend another class"));
    }
    List<Constructor<?>> constructors = TestClass.constructors(type);
    if (constructors.size() != 1) {
      found.add(new Malformed(what + " has " + constructors.size() + " constructors", "keep one"));
    } else {
      checkParameters(what, constructors.get(0), inner ? 1 : 0, found);
    }
  }

  private static void checkFixture(
      Method method, String annotation, boolean isStatic, List<Malformed> found) {
    String what = "the method " + method.getName() + ", which is " + annotation + ",";
    if (Modifier.isStatic(method.getModifiers()) != isStatic) {
      found.add(
          isStatic
              ? new Malformed(what + " is not static", "make it static")
              : new Malformed(what + " is static", "remove the word static"));
    } else if (Modifier.isPrivate(method.getModifiers())) {
      found.add(new Malformed(what + " is private", "remove the word private"));
    } else {
      Malformed signature = checkSignature(what, method);
      if (signature != null) {
        found.add(signature);
      }
    }
  }

  private static @Nullable Malformed checkSignature(String what, Method method) {
    Class<?> returned = method.getReturnType();
    if (returned != void.class
        && !Deferred.class.isAssignableFrom(returned)
        && !CompletionStage.class.isAssignableFrom(returned)) {
      return new Malformed(what + " returns " + returned.getSimpleName(), RETURN_FIX);
    }
    List<Malformed> found = new ArrayList<>();
    checkParameters(what, method, 0, found);
    return found.isEmpty() ? null : found.get(0);
  }

  private static void checkParameters(
      String what, Executable executable, int from, List<Malformed> found) {
    Class<?>[] types = executable.getParameterTypes();
    for (int i = from; i < types.length; i++) {
      if (!Fixtures.types().contains(types[i])) {
        String known =
            Fixtures.types().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
        found.add(
            new Malformed(
                what + " asks for " + types[i].getSimpleName(),
                "use only types that a trial provides: " + known));
      }
    }
  }
}
