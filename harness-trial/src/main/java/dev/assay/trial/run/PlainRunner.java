// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import dev.assay.stack.TrialCode;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialRunner;
import dev.assay.trial.TrialSettings;

/**
 * A runner that runs a trial on the thread of its caller, with its own watchdog.
 *
 * @since 0.1
 */
public final class PlainRunner implements TrialRunner {
  /** Makes the runner, which has no state. */
  public PlainRunner() {}

  @Override
  public TrialOutcome run(TrialSettings settings, TrialBody body) {
    Site site = Sites.here();
    TrialRun run = TrialRun.open("Trials.run at " + site, settings);
    StackTraceElement frame = site.element();
    if (frame != null) {
      run.ledger().runs(TrialCode.of(frame));
    }
    try (DeathWatch deaths = DeathWatch.open();
        Watchdog watchdog = new Watchdog()) {
      deaths.lookAfter(run);
      watchdog.watch(run, () -> {});
      run.test(body);
      return run.close();
    }
  }
}
