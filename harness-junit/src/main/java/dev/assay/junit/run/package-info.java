// SPDX-License-Identifier: Apache-2.0
/**
 * The code that all engines and extensions share.
 *
 * <ul>
 *   <li>What lives here: the settings of a trial, its parameters, the problems with how it is
 *       written, and the reports of it.
 *   <li>What enters: annotations, configuration parameters, and runs of {@code dev.assay.trial}.
 *   <li>What leaves: settings and fixtures on the way in; on the way out, exceptions with readable
 *       stack traces by {@code Verdicts}, report entries and files by {@code RunReport}, and the
 *       errors that come too late for their trial by {@code LateErrors}.
 *   <li>Where to start: {@code SettingsReader} and {@code Verdicts}.
 * </ul>
 */
@NullMarked
package dev.assay.junit.run;

import org.jspecify.annotations.NullMarked;
