// SPDX-License-Identifier: Apache-2.0
/**
 * The interpreter of scenarios of a trial: {@code TrialInterpreter} runs {@code ScenarioTrials},
 * whose parts do what the {@code Scenario} of the case says, and reads the verdict.
 */
@NullMarked
package dev.assay.verification.conformance.trial;

import org.jspecify.annotations.NullMarked;
