// SPDX-License-Identifier: Apache-2.0
/**
 * Assertions for AssertJ about Deferreds and fakes, which never change them.
 *
 * <p>Only this package depends on AssertJ; the other packages work without it on the class path.
 *
 * <ul>
 *   <li>What lives here: an assertion for each kind of object, and the text of these objects in
 *       messages.
 *   <li>What enters: an object under test, by {@link dev.assay.junit.assertj.AssayAssertions} or
 *       its soft counterpart.
 *   <li>What leaves: an {@code AssertionError}, or the assertion itself for the next call.
 *   <li>Where to start: {@link dev.assay.junit.assertj.AssayAssertions}, then {@code
 *       SubjectAssert}.
 * </ul>
 */
@NullMarked
package dev.assay.junit.assertj;

import org.jspecify.annotations.NullMarked;
