// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

/**
 * The machinery behind {@link Trials#run}. This module provides it as a service, so that the types
 * that users see need not know how a trial is run; there is no use in another.
 *
 * @since 0.1
 */
public interface TrialRunner {
  /** Runs a trial from its body to its verdict. */
  TrialOutcome run(TrialSettings settings, TrialBody body);
}
