// SPDX-License-Identifier: Apache-2.0
/**
 * Assertions for AssertJ about Deferreds and fakes, which never change them.
 *
 * <p>Only this package depends on AssertJ; the other packages work without it on the class path.
 */
@NullMarked
package dev.assay.junit.assertj;

import org.jspecify.annotations.NullMarked;
