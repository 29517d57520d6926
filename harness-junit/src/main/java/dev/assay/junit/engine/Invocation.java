// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.declared.TestClass;
import dev.assay.junit.run.Fixtures;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import dev.assay.trial.run.TrialRun;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** Calls of user methods and constructors, with the parameters that a trial provides. */
final class Invocation {
  private Invocation() {}

  /** Calls a method and returns its result to await, or null. */
  static @Nullable Object call(
      Method method, @Nullable Object target, TrialRun run, TrialContext trial) {
    Object result = ReflectionSupport.invokeMethod(method, target, arguments(method, null, trial));
    if (result == null && method.getReturnType() != void.class) {
      String type = method.getReturnType().getSimpleName();
      throw run.found(
          FailureCode.NOT_A_TRIAL,
          "the method " + method.getName() + " has returned null",
          List.of(),
          "return the " + type + " that it declares, or nothing at all");
    }
    return result;
  }

  /** Makes an instance of a class, within an instance of the enclosing class if it is nested. */
  static Object make(Class<?> type, @Nullable Object outer, TrialContext trial) throws Throwable {
    Constructor<?> constructor = TestClass.constructors(type).get(0);
    Object[] arguments = arguments(constructor, outer, trial);
    Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    if (Arrays.equals(types, constructor.getParameterTypes())) {
      return ReflectionSupport.newInstance(type, arguments);
    }
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Object[] arguments(
      Executable executable, @Nullable Object outer, TrialContext trial) {
    List<Object> arguments = new ArrayList<>();
    if (outer != null) {
      arguments.add(outer);
    }
    Class<?>[] types = executable.getParameterTypes();
    for (int i = arguments.size(); i < types.length; i++) {
      arguments.add(Fixtures.of(types[i], trial));
    }
    return arguments.toArray();
  }
}
