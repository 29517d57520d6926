// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.declared.TestClass;
import dev.assay.junit.engine.declared.TrialMethod;
import dev.assay.junit.engine.thread.WorkerThread;
import dev.assay.junit.run.Malformed;
import dev.assay.junit.run.Verdicts;
import dev.assay.stack.TrialCode;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.TrialRun;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/** One run of one trial: its instances, its fixtures and its method. */
final class TrialExecution {
  private final Session session;
  private final TestClass testClass;
  private final TrialMethod trial;
  private final List<Object> instances = new ArrayList<>();

  TrialExecution(Session session, TestClass testClass, TrialMethod trial) {
    this.session = session;
    this.testClass = testClass;
    this.trial = trial;
  }

  /** Runs the trial; returns the exception that reports to JUnit why it has not passed, or null. */
  @Nullable Throwable run(TestDescriptor node) {
    String name = testClass.type().getName() + "#" + trial.method().getName();
    Malformed malformed = trial.malformed();
    if (malformed != null) {
      return Verdicts.of(failed(name, malformed));
    }
    TrialSettings settings = session.settings().of(testClass.type(), trial.method());
    TrialRun run = TrialRun.open(name, settings);
    run.ledger().runs(TrialCode.of(testClass.type(), trial.method().getName()));
    run.cancelWhen(session.cancelled());
    ClassExecution around = session.execution();
    run.whenLate(around == null ? session.late()::add : around.late()::add);
    WorkerThread worker = session.workers().borrow();
    TrialOutcome judged = session.guard(run, worker, () -> judge(run, worker));
    session.workers().giveBack(worker);
    return session.tell(run, judged, outcome -> session.reports().publish(node, run, outcome));
  }

  private static TrialOutcome failed(String name, Malformed malformed) {
    TrialRun run = TrialRun.open(name, TrialSettings.DEFAULT);
    run.take(malformed.in(run));
    return run.close();
  }

  private TrialOutcome judge(TrialRun run, WorkerThread worker) {
    List<TestClass> chain = testClass.chain();
    if (run.setUp(context -> make(chain, context))) {
      if (setUp(chain, run)) {
        run.test(context -> call(trial.method(), testClass, run, context));
      }
      run.cleanUp();
      tearDown(run);
    }
    return run.close(counts -> worker.threadsLeft(run, counts));
  }

  private boolean setUp(List<TestClass> chain, TrialRun run) {
    return chain.stream()
        .allMatch(
            each ->
                each.beforeEach().stream()
                    .allMatch(before -> run.setUp(context -> call(before, each, run, context))));
  }

  private @Nullable Object make(List<TestClass> chain, TrialContext context) throws Throwable {
    Object outer = null;
    for (TestClass each : chain) {
      outer = Invocation.make(each.type(), outer, context);
      instances.add(outer);
    }
    return null;
  }

  private void tearDown(TrialRun run) {
    for (TestClass each = testClass; each != null; each = each.outer()) {
      TestClass owner = each;
      for (Method after : each.afterEach()) {
        run.tearDown(context -> call(after, owner, run, context));
      }
    }
  }

  private @Nullable Object call(
      Method method, TestClass owner, TrialRun run, TrialContext context) {
    return Invocation.call(method, instances.get(owner.chain().size() - 1), run, context);
  }
}
