// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import dev.assay.trial.run.TrialRun;
import java.util.List;

/**
 * What is wrong with how a trial is written.
 *
 * @param problem what it is, as one plain sentence without a full stop
 * @param fix what to do about it
 * @since 0.1
 */
public record Malformed(String problem, String fix) {
  /** Returns what a trial that is written so fails with. */
  public TrialError in(TrialRun run) {
    return run.found(FailureCode.NOT_A_TRIAL, problem, List.of(), fix);
  }
}
