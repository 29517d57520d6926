// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

/**
 * An error of the harness, whose message is complete without the name of its type.
 *
 * @since 0.1
 */
public interface ExplainedError {}
