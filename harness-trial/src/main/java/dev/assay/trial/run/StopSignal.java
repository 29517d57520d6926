// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Display;
import dev.assay.trial.SkippedException;
import dev.assay.trial.report.TrialErrors;
import java.util.function.BooleanSupplier;

/**
 * The signal that ends a wait early: the run was cancelled, or the part that waits was given up.
 */
final class StopSignal {
  private final Tally tally;
  private final PartWatch part;
  private final TrialErrors errors;
  private BooleanSupplier cancelled = () -> false;

  StopSignal(Tally tally, PartWatch part, TrialErrors errors) {
    this.tally = tally;
    this.part = part;
    this.errors = errors;
  }

  /** Cancels the run as soon as a condition holds. */
  void cancelWhen(BooleanSupplier condition) {
    cancelled = condition;
  }

  boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /** Throws if the run is to end here. */
  void check() throws SkippedException {
    SkippedException cut = tally.cut();
    if (cut == null && isCancelled()) {
      cut = tally.cancel("the run was cancelled at virtual t=" + Display.time(errors.elapsed()));
    }
    if (cut != null) {
      throw cut;
    }
    part.check();
  }
}
