// SPDX-License-Identifier: Apache-2.0
/** Protocols, and the transports they talk to. */
@NullMarked
package dev.assay.protocol;

import org.jspecify.annotations.NullMarked;
