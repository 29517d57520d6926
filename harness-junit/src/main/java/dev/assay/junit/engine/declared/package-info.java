// SPDX-License-Identifier: Apache-2.0
/**
 * What the source of a class declares about its trials.
 *
 * <ul>
 *   <li>What lives here: the methods of a class by their purpose and in their order, its locks, and
 *       the rules for all of these.
 *   <li>What enters: a class.
 *   <li>What leaves: trials, fixtures, and the problems with the way they are written. Nothing is
 *       run here, not even a static initialiser.
 *   <li>Where to start: {@code TestClass}, then {@code Declarations}.
 * </ul>
 */
@NullMarked
package dev.assay.junit.engine.declared;

import org.jspecify.annotations.NullMarked;
