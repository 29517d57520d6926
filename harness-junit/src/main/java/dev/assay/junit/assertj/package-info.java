// SPDX-License-Identifier: Apache-2.0
/**
 * Assertions for AssertJ about Deferreds and fakes, which look and change nothing.
 *
 * <p>AssertJ is a dependency of this package alone; without it on the class path the others work.
 */
@NullMarked
package dev.assay.junit.assertj;

import org.jspecify.annotations.NullMarked;
