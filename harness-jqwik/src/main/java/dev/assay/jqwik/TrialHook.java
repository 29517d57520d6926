// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.deferred.Deferred;
import dev.assay.junit.run.Fixtures;
import dev.assay.junit.run.Malformed;
import dev.assay.junit.run.MalformedException;
import dev.assay.junit.run.OtherEngines;
import dev.assay.junit.run.SettingsReader;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.TrialRun;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.InvokePropertyMethodHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.MethodLifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The hook that makes each try a trial.
 *
 * <p>It has no state: jqwik has one hook for all properties, and runs tries of several properties
 * at once if one of them has given up shrinking and continues in the background.
 */
final class TrialHook
    implements AroundPropertyHook, AroundTryHook, InvokePropertyMethodHook, ResolveParameterHook {
  /** Outside the methods around a try, which have -10: the verdict comes after all of them. */
  private static final int OUTSIDE_BEFORE_AND_AFTER_TRY = -50;

  TrialHook() {}

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) throws Throwable {
    TrialSettings settings = settings(context);
    SharedFixtures.refuse(context.testInstances());
    try (PropertyTrials trials = new PropertyTrials(settings.withTodo(null))) {
      trials().update(none -> trials);
      PropertyExecutionResult result = property.execute();
      ExpectedError todo = settings.todo();
      return todo == null ? result : judge(todo, result, trials.leftBehind());
    }
  }

  /** Returns the settings of a property; throws if its declaration makes a verdict impossible. */
  private static TrialSettings settings(MethodLifecycleContext context) {
    Malformed twice = OtherEngines.check(context.targetMethod());
    if (twice != null) {
      throw refusal(context, twice);
    }
    try {
      return new SettingsReader(name -> Optional.ofNullable(System.getProperty(name)))
          .of(context.containerClass(), context.targetMethod());
    } catch (MalformedException e) {
      throw refusal(context, e.malformed());
    }
  }

  private static TrialError refusal(MethodLifecycleContext context, Malformed malformed) {
    String name = context.containerClass().getName() + "#" + context.targetMethod().getName();
    return malformed.in(TrialRun.open(name, TrialSettings.DEFAULT));
  }

  /**
   * Returns the result of a property that is expected to fail; leftovers of its tries are one only
   * if their type is named.
   */
  private static PropertyExecutionResult judge(
      ExpectedError todo, PropertyExecutionResult result, @Nullable LeftBehindError left) {
    if (left != null && (todo.errors().isEmpty() || !todo.expects(left))) {
      return result.mapToFailed(left);
    }
    return switch (result.status()) {
      case SUCCESSFUL ->
          result.mapToFailed("a property that is expected to fail has passed: " + todo.reason());
      case ABORTED -> result;
      case FAILED -> {
        Throwable failure = result.throwable().orElse(null);
        yield failure == null || todo.expects(failure)
            ? result.mapToAborted(new TestAbortedException("todo: " + todo.reason(), failure))
            : result;
      }
    };
  }

  /** Finds the trials of this thread's property; there are none if the property is over. */
  private static Store<PropertyTrials> trials() {
    return Store.getOrCreate(TrialHook.class, Lifespan.PROPERTY, PropertyTrials::over);
  }

  @Override
  public int aroundTryProximity() {
    return OUTSIDE_BEFORE_AND_AFTER_TRY;
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) throws Throwable {
    return trials().get().run(context, aTry, parameters);
  }

  @Override
  public Optional<ParameterSupplier> resolve(
      ParameterResolutionContext parameter, LifecycleContext context) {
    Class<?> type = parameter.typeUsage().getRawType();
    if (!Fixtures.types().contains(type)) {
      return Optional.empty();
    }
    return Optional.of(aTry -> trials().get().fixture(type));
  }

  @Override
  public Object invoke(Method method, Object target, Object... arguments) throws Throwable {
    Object result = InvokePropertyMethodHook.DEFAULT.invoke(method, target, arguments);
    if (result instanceof Deferred<?> || result instanceof CompletionStage<?>) {
      return !Boolean.FALSE.equals(awaited(result))
          || !promisesBoolean(method.getGenericReturnType());
    } else if (result == null && method.getReturnType() != void.class) {
      throw new IllegalStateException(
          method.getName()
              + " has returned null: it must return the "
              + method.getReturnType().getSimpleName()
              + " that it declares, or nothing at all");
    } else if (result != null && !(result instanceof Boolean)) {
      throw new IllegalStateException(
          method.getName()
              + " must return nothing, a boolean, a Deferred or a CompletionStage: "
              + result.getClass().getName());
    }
    return !(result instanceof Boolean holds) || holds;
  }

  /** Waits for a result, and for its value if that must be awaited in turn. */
  private static @Nullable Object awaited(Object result) throws Throwable {
    TrialContext trial = trials().get().trial();
    Object value = result;
    while (value instanceof Deferred<?> || value instanceof CompletionStage<?>) {
      value =
          value instanceof Deferred<?> deferred
              ? trial.await(deferred)
              : trial.await((CompletionStage<?>) value);
    }
    return value;
  }

  /** Returns whether the type of a property says that its result tells whether it holds. */
  private static boolean promisesBoolean(Type type) {
    Stream<Type> inside = Stream.of();
    if (type instanceof ParameterizedType generic) {
      inside = Stream.of(generic.getActualTypeArguments());
    } else if (type instanceof WildcardType wildcard) {
      inside = Stream.of(wildcard.getUpperBounds());
    }
    return type.equals(Boolean.class) || inside.anyMatch(TrialHook::promisesBoolean);
  }
}
