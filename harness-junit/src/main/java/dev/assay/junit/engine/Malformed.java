// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

/**
 * What is wrong with how a trial is written.
 *
 * @param problem what it is, as one plain sentence without a full stop
 * @param fix what to do about it
 */
record Malformed(String problem, String fix) {}
