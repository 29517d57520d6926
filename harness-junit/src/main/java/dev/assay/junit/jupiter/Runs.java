// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.MalformedException;
import dev.assay.junit.run.RunReport;
import dev.assay.junit.run.SettingsReader;
import dev.assay.stack.TrialCode;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.error.AnswerBudget;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.run.Watchdog;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The run that belongs to a context: how it begins, its watchdog, and its reports. */
final class Runs {
  private Runs() {}

  /** Begins the run of a test, or of the part that is done once for a class. */
  static TrialRun open(ExtensionContext context) {
    ExtensionContext owner = owner(context);
    Class<?> testClass = owner.getRequiredTestClass();
    Method method = owner.getTestMethod().orElse(null);
    TrialRun run = TrialRun.open(name(testClass, method), settings(context, testClass, method));
    run.ledger().runs(TrialCode.of(testClass, method == null ? null : method.getName()));
    run.whenLate(StoredLateErrors.around(context)::add);
    boolean isOneOfSeveral =
        context.getParent().flatMap(parent -> owner(parent).getTestMethod()).isPresent();
    if (isOneOfSeveral) {
      run.context().label(context.getDisplayName());
    }
    return run;
  }

  private static TrialSettings settings(
      ExtensionContext context, Class<?> testClass, @Nullable Method method) {
    SettingsReader reader = Shared.of(context).settings();
    try {
      return method == null ? reader.of(testClass) : reader.of(testClass, method);
    } catch (MalformedException e) {
      return reader.base();
    }
  }

  /** Returns the context itself or, for a dynamic test, that of its factory. */
  static ExtensionContext owner(ExtensionContext context) {
    ExtensionContext owner = context;
    while (owner.getTestClass().isEmpty() && owner.getParent().isPresent()) {
      owner = owner.getParent().get();
    }
    return owner;
  }

  private static String name(Class<?> testClass, @Nullable Method method) {
    return method == null ? testClass.getName() : testClass.getName() + "#" + method.getName();
  }

  /** Watches a run; all runs of an execution share one watchdog. */
  static Watchdog.Watch watch(TrialRun run, ExtensionContext context) {
    Shared shared = Shared.of(context);
    shared.deaths().lookAfter(run);
    return shared.watchdog().watch(run, () -> tellThatItHangs(run, context));
  }

  private static void tellThatItHangs(TrialRun run, ExtensionContext context) {
    String text =
        context.getDisplayName()
            + " hangs, and with it the thread of Jupiter's that runs it, until it ends by itself;"
            + " @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD) helps";
    System.getLogger("dev.assay").log(Level.ERROR, text, run.whyGivenUp());
  }

  /**
   * Publishes the reports of a run in addition to its verdict, and returns the verdict, which then
   * says where the files are.
   */
  static TrialOutcome publish(TrialOutcome outcome, TrialRun run, ExtensionContext context) {
    RunReport.entries(run, outcome).forEach(context::publishReportEntry);
    TrialOutcome full =
        outcome instanceof Failed
            ? AnswerBudget.forReport()
                .ask(
                    () ->
                        RunReport.withFiles(
                            run, outcome, (name, text) -> attach(context, name, text)))
            : outcome;
    return full == null ? outcome : full;
  }

  private static Path attach(ExtensionContext context, String name, String text) {
    AtomicReference<Path> written = new AtomicReference<>();
    MediaType jsonLines = MediaType.parse("application/jsonl; charset=UTF-8");
    context.publishFile(name, jsonLines, file -> written.setPlain(Files.writeString(file, text)));
    return Objects.requireNonNull(written.getPlain());
  }
}
