// SPDX-License-Identifier: Apache-2.0
/** The ping of the first trial before its repair: what a trial says of it. */
@NullMarked
package dev.assay.samples.first.leaky;

import org.jspecify.annotations.NullMarked;
