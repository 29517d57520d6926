// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.declared.TestClass;
import dev.assay.junit.engine.thread.WorkerThread;
import dev.assay.junit.run.LateErrors;
import dev.assay.stack.TrialCode;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.run.TrialRun;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of a run that is done once for a class: its initialisation and its static fixtures. It
 * keeps its own thread until the end, so that threads of the class are not taken for those of a
 * trial.
 */
final class ClassExecution {
  private final Session session;
  private final TestClass testClass;
  private final TrialRun run;
  private final WorkerThread worker;
  private final LateErrors late;
  private boolean initialised;
  private boolean goesOn;
  private boolean abandoned;

  private ClassExecution(Session session, TestClass testClass) {
    this.session = session;
    this.testClass = testClass;
    this.run = TrialRun.open(testClass.type().getName(), session.settings().of(testClass.type()));
    this.worker = session.workers().borrow();
    this.late = new LateErrors(session.late());
    run.ledger().runs(TrialCode.of(testClass.type(), null));
    run.cancelWhen(session.cancelled());
    run.whenLate(session.late()::add);
  }

  /** Begins a class: does everything that precedes its trials. */
  static ClassExecution begin(Session session, TestClass testClass) {
    ClassExecution execution = new ClassExecution(session, testClass);
    execution.begin();
    return execution;
  }

  private void begin() {
    Boolean ready = session.guard(run, worker, this::setUp);
    goesOn = Boolean.TRUE.equals(ready);
    abandoned = ready == null;
  }

  private boolean setUp() {
    initialised = run.setUp(trial -> initialise(testClass.type()));
    return initialised
        && testClass.beforeAll().stream()
            .allMatch(before -> run.setUp(trial -> Invocation.call(before, null, run, trial)));
  }

  /** Runs the static initialiser: the objects that it makes belong to no trial. */
  private static @Nullable Object initialise(Class<?> type) throws ClassNotFoundException {
    Class.forName(type.getName(), true, type.getClassLoader());
    return null;
  }

  /** Returns the collector of failures in trials of the class that have ended. */
  LateErrors late() {
    return late;
  }

  /** Returns whether the trials of the class can still be run. */
  boolean goesOn() {
    return goesOn;
  }

  /**
   * Ends the class: does everything that follows its trials. Returns the exception that reports
   * their failures to JUnit, or null.
   */
  @Nullable Throwable end() {
    goesOn = false;
    if (abandoned) {
      late.end().forEach(session.late()::add);
    }
    TrialOutcome outcome = abandoned ? null : session.guard(run, worker, this::judge);
    session.workers().giveBack(worker);
    return session.tell(run, outcome, UnaryOperator.identity());
  }

  private TrialOutcome judge() {
    run.cleanUp();
    if (initialised) {
      for (Method after : testClass.afterAll()) {
        run.tearDown(trial -> Invocation.call(after, null, run, trial));
      }
    }
    late.end().forEach(run::take);
    return run.close(counts -> worker.threadsLeft(run, counts));
  }
}
