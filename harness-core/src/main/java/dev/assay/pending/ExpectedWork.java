// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * Work that a trial has asked another thread for, such as the end of a stage that it made a
 * Deferred of: that it is handed over by that thread is no foreign call.
 *
 * @since 0.1
 */
public interface ExpectedWork extends Runnable {}
