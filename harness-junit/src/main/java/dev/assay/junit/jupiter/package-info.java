// SPDX-License-Identifier: Apache-2.0
/** Trials for tests that JUnit Jupiter runs: an extension that checks what they leave behind. */
@NullMarked
package dev.assay.junit.jupiter;

import org.jspecify.annotations.NullMarked;
