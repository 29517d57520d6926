// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.junit.run.Fixtures;
import dev.assay.trial.FailureCode;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.error.ReportableError;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.run.Watchdog;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.jspecify.annotations.Nullable;

/** The trials of one property; several threads may each be in one. */
final class PropertyTrials implements AutoCloseable {
  private final TrialSettings settings;
  private final Watchdog watchdog = new Watchdog();
  private final Map<Thread, TrialContext> running = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> placeholders = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Leak> first = new AtomicReference<>();
  private final AtomicReference<@Nullable LeftBehindError> left = new AtomicReference<>();
  private volatile boolean over;

  PropertyTrials(TrialSettings settings) {
    this.settings = settings;
  }

  /** Returns the trials of a property that is over. */
  static PropertyTrials over() {
    PropertyTrials trials = new PropertyTrials(TrialSettings.DEFAULT);
    trials.close();
    return trials;
  }

  @Override
  public void close() {
    over = true;
    watchdog.close();
  }

  /** Returns the first failure of a try by what it has left behind, or null. */
  @Nullable LeftBehindError leftBehind() {
    return left.get();
  }

  /** Returns the trial of this thread. */
  TrialContext trial() {
    TrialContext trial = running.get(Thread.currentThread());
    if (trial == null) {
      throw new IllegalStateException("no try is running on this thread; ask inside one");
    }
    return trial;
  }

  /**
   * Returns an object of a type from the trial of this thread. Between tries, when jqwik collects
   * the parameters of the next one, the result is a placeholder of that type.
   */
  Object fixture(Class<?> type) {
    TrialContext trial = running.get(Thread.currentThread());
    return trial == null
        ? placeholders.computeIfAbsent(type, PropertyTrials::placeholder)
        : Fixtures.of(type, trial);
  }

  private static Object placeholder(Class<?> type) {
    TrialRun none = TrialRun.open("none", TrialSettings.DEFAULT);
    none.close();
    return Fixtures.of(type, none.context());
  }

  /** Runs a try as a trial, unless the property is over and nothing waits for its verdict. */
  TryExecutionResult run(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
    if (over) {
      return TryExecutionResult.invalid();
    }
    Method method = context.targetMethod();
    String name = context.containerClass().getName() + "#" + method.getName();
    TrialRun run = TrialRun.open(name, settings);
    AtomicReference<@Nullable TryExecutionResult> result = new AtomicReference<>();
    Watchdog.Watch watch = watchdog.watch(run, () -> {});
    try {
      run.test(
          trial -> {
            TryExecutionResult own = inside(trial, () -> aTry.execute(fill(method, parameters)));
            result.set(own);
            if (!own.isSatisfied()) {
              throw own.throwable().orElseGet(() -> new AssertionError(name + " is false"));
            }
            return null;
          });
      return judge(result.get(), run.close());
    } finally {
      watch.close();
    }
  }

  private TryExecutionResult inside(TrialContext trial, Supplier<TryExecutionResult> body) {
    Thread thread = Thread.currentThread();
    TrialContext outer = running.put(thread, trial);
    try {
      return body.get();
    } finally {
      if (outer == null) {
        running.remove(thread);
      } else {
        running.put(thread, outer);
      }
    }
  }

  /** Returns the parameters with the trial's own objects in place of the placeholders. */
  private List<Object> fill(Method method, List<Object> parameters) {
    List<Object> filled = new ArrayList<>(parameters);
    Parameter[] declared = method.getParameters();
    for (int i = 0; i < declared.length; i++) {
      if (parameters.get(i).equals(placeholders.get(declared[i].getType()))) {
        filled.set(i, fixture(declared[i].getType()));
      }
    }
    return filled;
  }

  private TryExecutionResult judge(@Nullable TryExecutionResult own, TrialOutcome outcome) {
    if (outcome instanceof Skipped skipped) {
      return own != null && own.isInvalid() ? own : TryExecutionResult.invalid(skipped.cause());
    }
    if (!(outcome instanceof Failed failed)) {
      return own == null ? TryExecutionResult.satisfied() : own;
    }
    failed.problems().stream()
        .filter(LeftBehindError.class::isInstance)
        .forEach(some -> left.compareAndSet(null, (LeftBehindError) some));
    Throwable error = failed.problems().get(0);
    if (error instanceof VirtualMachineError fatal) {
      // As without a trial: a stack ends at another line each time, and nothing would shrink.
      throw fatal;
    }
    if (error instanceof TrialError found && !isTheFirst(Leak.of(found))) {
      // A property ends with the first failed try: this one searches for a similar smaller one.
      return TryExecutionResult.satisfied();
    }
    TryExecutionResult falsified =
        own != null && own.isFalsified() && isToldAsItIs(own, error)
            ? own
            : TryExecutionResult.falsified(failed.error());
    List<String> notes = new ArrayList<>(falsified.footnotes());
    failed.problems().stream()
        .skip(1)
        .map(some -> String.valueOf(ReportableError.of(some).getMessage()))
        .forEach(notes::add);
    return falsified.withFootnotes(notes);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isToldAsItIs(TryExecutionResult own, Throwable error) {
    return own.throwable()
        .map(thrown -> thrown == error && ReportableError.of(error) == error)
        .orElse(true);
  }

  /** Returns whether the first failed try has left the same thing behind, or this is the first. */
  private boolean isTheFirst(Leak leak) {
    first.compareAndSet(null, leak);
    return leak.equals(first.get());
  }

  /**
   * The common properties of two failures of a trial: jqwik compares only types, and lines of the
   * property itself.
   */
  private record Leak(FailureCode code, @Nullable StackTraceElement birthplace) {
    static Leak of(TrialError error) {
      StackTraceElement[] stack = error.getStackTrace();
      boolean hasBirthplace = !error.pending().isEmpty() && stack.length > 0;
      return new Leak(error.code(), hasBirthplace ? stack[0] : null);
    }
  }
}
