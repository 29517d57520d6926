// SPDX-License-Identifier: Apache-2.0
/** Ordinary code over executors, futures and clocks of the JDK, which has never heard of Assay. */
@NullMarked
package dev.assay.samples.plain;

import org.jspecify.annotations.NullMarked;
