// SPDX-License-Identifier: Apache-2.0
/** The first trial, and the ping that it is about, after the repair. */
@NullMarked
package dev.assay.samples.first;

import org.jspecify.annotations.NullMarked;
