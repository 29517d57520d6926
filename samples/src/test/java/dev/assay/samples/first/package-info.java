// SPDX-License-Identifier: Apache-2.0
/** The first trial, which finds a bug that its assertions do not see, and the bug's repair. */
@NullMarked
package dev.assay.samples.first;

import org.jspecify.annotations.NullMarked;
