// SPDX-License-Identifier: Apache-2.0
/** Deterministic stand-ins for time and the network. */
@NullMarked
package dev.assay.fake;

import org.jspecify.annotations.NullMarked;
