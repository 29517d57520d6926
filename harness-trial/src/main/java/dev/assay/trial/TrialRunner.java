// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

/**
 * The implementation of {@link Trials#run}. This module provides it as a service, so that the types
 * for users do not depend on the code that runs a trial. Other implementations are not useful.
 *
 * @since 0.1
 */
public interface TrialRunner {
  /** Runs a trial from its body to its verdict. */
  TrialOutcome run(TrialSettings settings, TrialBody body);
}
