// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

/**
 * An error of the harness, whose message says all there is to say without the name of its type.
 *
 * @since 0.1
 */
public interface ExplainedError {}
