// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import dev.assay.trial.run.TrialRun;
import java.util.List;

/**
 * A problem with the way a trial is written.
 *
 * @param problem the problem, as one plain sentence without a full stop
 * @param fix what to do about it
 * @since 0.1
 */
public record Malformed(String problem, String fix) {
  /** Returns the failure of a trial with this problem. */
  public TrialError in(TrialRun run) {
    return run.found(FailureCode.NOT_A_TRIAL, problem, List.of(), fix);
  }
}
