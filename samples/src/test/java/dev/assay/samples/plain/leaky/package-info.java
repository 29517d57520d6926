// SPDX-License-Identifier: Apache-2.0
/** The watch of a job before its repair: what a trial says of it. */
@NullMarked
package dev.assay.samples.plain.leaky;

import org.jspecify.annotations.NullMarked;
