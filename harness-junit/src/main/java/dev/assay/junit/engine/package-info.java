// SPDX-License-Identifier: Apache-2.0
/** The engine that finds trials and runs them on the JUnit Platform. */
@NullMarked
package dev.assay.junit.engine;

import org.jspecify.annotations.NullMarked;
