// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.Fixtures;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Jupiter's callbacks during a test, mapped to the parts of a trial. */
abstract class TrialCallbacks
    implements TestInstancePreConstructCallback,
        BeforeEachCallback,
        AfterTestExecutionCallback,
        AfterEachCallback,
        InvocationInterceptor,
        ParameterResolver,
        PreInterruptCallback,
        TestTemplateInvocationContextProvider {
  static final String SET_UP = "setUp";
  static final String TEST = "test";

  /** Returns whether a context belongs to a trial. */
  abstract boolean applies(ExtensionContext context);

  /** Makes the constructor belong to the test for which it makes an instance. */
  @Override
  public final ExtensionContextScope getTestInstantiationExtensionContextScope(
      ExtensionContext rootContext) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /** Begins the trial before anything is put into the test's store, to be closed after it. */
  @Override
  public final void preConstructTestInstance(
      TestInstanceFactoryContext factoryContext, ExtensionContext context) {
    if (applies(context)) {
      TrialScope.of(context);
    }
  }

  /** Provides nothing; Jupiter calls this when the providers of a template are about to begin. */
  @Override
  public final boolean supportsTestTemplate(ExtensionContext template) {
    if (applies(template)) {
      Providers.begin(template);
    }
    return false;
  }

  @Override
  public final Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext template) {
    return Stream.of();
  }

  @Override
  public final void beforeEach(ExtensionContext context) {
    if (applies(context)) {
      TrialScope.of(context).begin();
    }
  }

  @Override
  public final <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> invocationContext,
      ExtensionContext context)
      throws Throwable {
    return part(SET_UP, invocation, context);
  }

  @Override
  public final void interceptBeforeAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    part("beforeAll", invocation, context);
  }

  @Override
  public final void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    part(SET_UP, invocation, context);
  }

  @Override
  public final void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    test(invocation, context);
  }

  @Override
  public final void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    test(invocation, context);
  }

  /** Makes the factory its own trial: an expected failure refers to each of its tests. */
  @Override
  public final <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    T nodes = part(TEST, invocation, context);
    return applies(context) ? LazyNodes.within(TrialScope.of(context), nodes) : nodes;
  }

  @Override
  public final void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext invocationContext,
      ExtensionContext context)
      throws Throwable {
    if (applies(Runs.owner(context))) {
      DynamicTrial.run(invocation, context);
    } else {
      invocation.proceed();
    }
  }

  @Override
  public final void afterTestExecution(ExtensionContext context) {
    if (applies(context)) {
      TrialScope.of(context).cleanUpOnce();
    }
  }

  @Override
  public final void afterEach(ExtensionContext context) {
    if (applies(context)) {
      TrialScope.of(context).cleanUp();
    }
  }

  @Override
  public final void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    afterTestExecution(context);
    after("tearDown", invocation, context);
  }

  @Override
  public final void interceptAfterAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    after("afterAll", invocation, context);
  }

  @Override
  public final void beforeThreadInterrupt(PreInterruptContext interrupt, ExtensionContext context) {
    TrialScope scope = TrialScope.find(context);
    if (scope != null) {
      scope.giveUp(interrupt.getThreadToInterrupt());
    }
  }

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Fixtures.types().contains(parameter.getParameter().getType())
        && applies(context)
        && isFirstOf(context);
  }

  /** Returns whether this is the first registered extension of its type; it may be there twice. */
  private boolean isFirstOf(ExtensionContext context) {
    Store store = context.getStore(TrialScope.NAMESPACE);
    TrialCallbacks first = store.get(TrialCallbacks.class, TrialCallbacks.class);
    if (first == null) {
      store.put(TrialCallbacks.class, this);
    }
    return first == null || first.equals(this);
  }

  @Override
  public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "a "
              + type.getSimpleName()
              + " belongs to one test, and cannot be passed to a method that runs once for the"
              + " class: declare it as a parameter of @BeforeEach or of the test");
    }
    return TrialScope.of(context).fixture(type);
  }

  private <T extends @Nullable Object> T part(
      String phase, Invocation<T> invocation, ExtensionContext context) throws Throwable {
    return applies(context) ? TrialScope.of(context).part(phase, invocation) : invocation.proceed();
  }

  private void after(String phase, Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    if (applies(context)) {
      TrialScope.of(context).after(phase, invocation);
    } else {
      invocation.proceed();
    }
  }

  private void test(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    if (applies(context)) {
      TrialScope.of(context).test(invocation);
    } else {
      invocation.proceed();
    }
  }
}
