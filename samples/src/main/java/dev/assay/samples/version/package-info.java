// SPDX-License-Identifier: Apache-2.0
/** The version of a working copy, which a child process tells. */
@NullMarked
package dev.assay.samples.version;

import org.jspecify.annotations.NullMarked;
