// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.Fixtures;
import dev.assay.junit.run.JUnitVersion;
import dev.assay.junit.run.Malformed;
import dev.assay.junit.run.TrimmedTraces;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Sneaky;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.run.ExternallyDrivenRun;
import dev.assay.trial.run.Watchdog.Watch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.TestAbortedException;

/**
 * The trial of one context: of a test, from its constructor on, or of the code that belongs to a
 * class.
 *
 * <p>It is kept in the context's store, with the context as its key, as stores also show the
 * entries of the stores around them. The first entry of a store is closed last: after
 * {@code @AfterEach}, after the callbacks of all extensions, and after {@code @AutoClose}.
 */
final class TrialScope implements AutoCloseable {
  static final Namespace NAMESPACE = Namespace.create(TrialExtension.class);

  private static final @Nullable String TOO_OLD =
      JUnitVersion.problem(TrialScope.class.getClassLoader());

  private final ExtensionContext context;
  private final ExternallyDrivenRun hosted;
  private final Watch watch;
  private final @Nullable Providers providers;
  private boolean begun;
  private boolean cleaned;

  private TrialScope(ExtensionContext context) {
    this.context = context;
    this.providers = Providers.of(context);
    if (providers != null) {
      providers.suspend();
    }
    this.hosted = new ExternallyDrivenRun(Runs.open(context));
    this.watch = Runs.watch(hosted.run(), context);
  }

  /** Returns the trial of a context, or null if it has not begun. */
  static @Nullable TrialScope find(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(context, TrialScope.class);
  }

  /** Returns the trial of a context, and begins it if necessary. */
  static TrialScope of(ExtensionContext context) {
    TrialScope scope = find(context);
    if (scope == null) {
      checkVersion();
      scope = new TrialScope(context);
      context.getStore(NAMESPACE).put(context, scope);
      scope.refuse();
    }
    return scope;
  }

  private void refuse() {
    Malformed malformed = Refusal.of(context);
    if (malformed != null) {
      throw malformed.in(hosted.run());
    }
  }

  private static void checkVersion() {
    if (TOO_OLD != null) {
      throw new JUnitException(TOO_OLD);
    }
  }

  /** Marks this as about to run: a disabled test gets no further than its constructor. */
  void begin() {
    begun = true;
  }

  <T extends @Nullable Object> T part(String phase, Invocation<T> invocation) throws Throwable {
    begun |= context.getTestMethod().isEmpty();
    try {
      return hosted.part(phase, invocation::proceed);
    } catch (SkippedException skipped) {
      throw aborted(skipped);
    }
  }

  /** Runs a part that Jupiter may request while dynamic tests use objects of the trial. */
  <T extends @Nullable Object> T nextPart(Invocation<T> invocation) {
    try {
      return hosted.nextPart(TrialCallbacks.TEST, invocation::proceed);
    } catch (SkippedException skipped) {
      throw aborted(skipped);
    } catch (Throwable thrown) {
      throw Sneaky.raise(thrown);
    }
  }

  /** Runs a dynamic test, which may use the objects that its factory has made. */
  void lend(ExternallyDrivenRun.Part<@Nullable Void> test) throws Throwable {
    hosted.lend(test);
  }

  /** Runs a part that follows the test. */
  <T> @Nullable T after(String phase, Invocation<@Nullable T> invocation) throws Throwable {
    begun |= context.getTestMethod().isEmpty();
    return hosted.after(phase, invocation::proceed);
  }

  void test(Invocation<@Nullable Void> invocation) throws Throwable {
    try {
      hosted.test(invocation::proceed);
    } catch (SkippedException skipped) {
      throw aborted(skipped);
    }
  }

  /** Returns the corresponding exception of Jupiter. */
  static TestAbortedException aborted(SkippedException skipped) {
    Throwable cause = skipped.getCause();
    return new TestAbortedException(skipped.getMessage(), cause == null ? skipped : cause);
  }

  /** Returns the trial's object of a type. */
  Object fixture(Class<?> type) {
    return piece(TrialCallbacks.SET_UP, () -> Fixtures.of(type, hosted.run().context()));
  }

  /** Runs a part in a place where Jupiter expects no exception. */
  <T extends @Nullable Object> T piece(String phase, Invocation<T> invocation) {
    try {
      return part(phase, invocation);
    } catch (Throwable thrown) {
      throw Sneaky.raise(thrown);
    }
  }

  /** Runs the cleanups that follow the test, unless this was already done. */
  void cleanUpOnce() {
    if (!cleaned) {
      cleaned = true;
      cleanUp();
    }
  }

  /** Runs the cleanups that were added so far. */
  void cleanUp() {
    try {
      hosted.cleanUp();
    } catch (Throwable failure) {
      throw Sneaky.raise(failure);
    }
  }

  void giveUp(Thread worker) {
    hosted.giveUp(worker, "the limit of its @Timeout is reached");
  }

  /** Binds the trial to this thread's actions from now on, between the parts of others. */
  Ledger.Binding bind() {
    Ledger ledger = hosted.run().ledger();
    ledger.enterPhase("arguments");
    return ledger.bind();
  }

  /** Judges the trial; a failure that Jupiter has seen stays first, and ours are added to it. */
  @Override
  public void close() {
    try {
      judge();
    } finally {
      if (providers != null) {
        providers.resume();
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private void judge() {
    Throwable seen = context.getExecutionException().orElse(null);
    try (watch) {
      TrialOutcome outcome = hosted.close(seen);
      if (begun || seen != null) {
        TrialOutcome told = Runs.publish(outcome, hosted.run(), context);
        Throwable error = told instanceof Failed failed ? failed.error() : null;
        TrimmedTraces.trim(error == null ? seen : error);
        if (error != null && error != seen) {
          throw Sneaky.raise(error);
        }
      }
    }
  }
}
