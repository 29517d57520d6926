// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.Verdicts;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.run.Watchdog.Watch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * The trial of one dynamic test, which is complete in itself. It may use the objects that its
 * factory has made, on whatever thread it is run; if there are any, it runs alone.
 */
final class DynamicTrial {
  private DynamicTrial() {}

  static void run(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    TrialScope factory = TrialScope.find(Runs.owner(context));
    if (factory == null) {
      judge(invocation, context);
    } else {
      factory.lend(
          () -> {
            judge(invocation, context);
            return null;
          });
    }
  }

  private static void judge(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    TrialRun run = Runs.open(context);
    Watch watch = Runs.watch(run, context);
    try {
      run.test(trial -> invocation.proceed());
      Verdicts.raise(Verdicts.of(Runs.publish(run.close(), run, context)));
    } finally {
      watch.close();
    }
  }
}
