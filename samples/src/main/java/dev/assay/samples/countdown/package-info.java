// SPDX-License-Identifier: Apache-2.0
/** Countdowns, one and several at a time: code that needs time and nothing else. */
@NullMarked
package dev.assay.samples.countdown;

import org.jspecify.annotations.NullMarked;
