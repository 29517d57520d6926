// SPDX-License-Identifier: Apache-2.0
/** Plays recorded cases of Twisted's behaviour on our own objects and compares what comes of it. */
@NullMarked
package dev.assay.verification.conformance;

import org.jspecify.annotations.NullMarked;
