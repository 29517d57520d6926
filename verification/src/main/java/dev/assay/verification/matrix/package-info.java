// SPDX-License-Identifier: Apache-2.0
/** Compares what test tools report about a user's project with what they are expected to report. */
@NullMarked
package dev.assay.verification.matrix;

import org.jspecify.annotations.NullMarked;
