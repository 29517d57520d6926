// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.SettingsReader;
import dev.assay.pending.Steppable;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialRun;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Watchdog;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The run that belongs to a context: how it begins, who watches it, and what it reports. */
final class Runs {
  private static final MediaType JSON_LINES = MediaType.parse("application/jsonl; charset=UTF-8");

  private Runs() {}

  /** Begins the run of a test, or of what is done once for a class. */
  static TrialRun open(ExtensionContext context) {
    SettingsReader reader = new SettingsReader(context::getConfigurationParameter);
    Class<?> testClass = context.getRequiredTestClass();
    Method method = context.getTestMethod().orElse(null);
    TrialSettings settings = method == null ? reader.of(testClass) : reader.of(testClass, method);
    TrialRun run = TrialRun.open(name(testClass, method), settings);
    boolean isOneOfSeveral =
        context.getParent().flatMap(ExtensionContext::getTestMethod).isPresent();
    if (isOneOfSeveral) {
      run.context().label(context.getDisplayName());
    }
    return run;
  }

  private static String name(Class<?> testClass, @Nullable Method method) {
    return method == null ? testClass.getName() : testClass.getName() + "#" + method.getName();
  }

  /** Watches a run; all runs of an execution have one watchdog. */
  static Watchdog.Watch watch(TrialRun run, ExtensionContext context) {
    return watchdog(context)
        .watch(
            run,
            () ->
                System.getLogger("dev.assay")
                    .log(
                        Level.ERROR,
                        context.getDisplayName() + " hangs, and its thread does not answer"));
  }

  private static Watchdog watchdog(ExtensionContext context) {
    Store store = context.getRoot().getStore(TrialScope.NAMESPACE);
    synchronized (Runs.class) {
      Watchdog watchdog = store.get(Watchdog.class, Watchdog.class);
      if (watchdog == null) {
        watchdog = new Watchdog();
        store.put(Watchdog.class, watchdog);
      }
      return watchdog;
    }
  }

  /** Reports what a run has to tell beside its verdict. */
  static void publish(TrialOutcome outcome, TrialRun run, ExtensionContext context) {
    if (!run.elapsed().isZero()) {
      context.publishReportEntry("trial.virtual", run.elapsed().toString());
    }
    if (outcome instanceof Passed passed && !passed.overlooked().isEmpty()) {
      context.publishReportEntry(
          "trial.overlooked",
          passed.overlooked().stream()
              .map(Throwable::getMessage)
              .collect(Collectors.joining("\n")));
    }
    if (outcome instanceof Failed) {
      publishTimeline(run, context);
    }
  }

  private static void publishTimeline(TrialRun run, ExtensionContext context) {
    List<String> timelines =
        run.ledger().steppables().stream()
            .map(Steppable::timeline)
            .filter(text -> !text.isEmpty())
            .toList();
    if (timelines.isEmpty()) {
      return;
    }
    try {
      context.publishFile(
          "trial-timeline.jsonl",
          JSON_LINES,
          file -> Files.writeString(file, String.join("", timelines)));
    } catch (RuntimeException | LinkageError e) {
      // Where files cannot be published, the failure is told without one.
    }
  }
}
