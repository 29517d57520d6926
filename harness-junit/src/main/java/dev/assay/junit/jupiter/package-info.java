// SPDX-License-Identifier: Apache-2.0
/**
 * Trials for tests that JUnit Jupiter runs: an extension that checks what they leave behind.
 *
 * <ul>
 *   <li>What lives here: the extension, which Jupiter calls at each step of a test, and the trial
 *       that spans these steps.
 *   <li>What enters: Jupiter's callbacks, by {@code TrialCallbacks}.
 *   <li>What leaves: fakes as parameters, and a verdict when Jupiter closes the test's store.
 *   <li>Where to start: {@code TrialCallbacks}, then {@code TrialScope}.
 * </ul>
 */
@NullMarked
package dev.assay.junit.jupiter;

import org.jspecify.annotations.NullMarked;
