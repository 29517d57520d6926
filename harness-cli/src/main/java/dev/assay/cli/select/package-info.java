// SPDX-License-Identifier: Apache-2.0
/**
 * The tests that are to be run.
 *
 * <ul>
 *   <li>What lives here: the classes on the class path, the reader of names, and the search for
 *       tests by JUnit's launcher.
 *   <li>What enters: names from {@code option}, and the class path.
 *   <li>What leaves: plans of JUnit's, and what may be wrong with them.
 *   <li>Where to start: {@code TestSelection}. From there {@code NameResolver} finds classes and
 *       methods, and {@code TestDiscovery} the tests in them.
 * </ul>
 */
@NullMarked
package dev.assay.cli.select;

import org.jspecify.annotations.NullMarked;
