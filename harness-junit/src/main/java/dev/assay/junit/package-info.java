// SPDX-License-Identifier: Apache-2.0
/**
 * Annotations for trials, which all engines and extensions of Assay read.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.junit.Trial}, which makes a method a trial, and the
 *       annotations that set what a trial may do.
 *   <li>What enters: what users write on methods, classes and packages.
 *   <li>What leaves: nothing is run here; {@code run.SettingsReader} turns the annotations into
 *       settings.
 *   <li>Where to start: {@link dev.assay.junit.Trial}.
 * </ul>
 */
@NullMarked
package dev.assay.junit;

import org.jspecify.annotations.NullMarked;
