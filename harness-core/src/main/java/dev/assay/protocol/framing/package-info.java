// SPDX-License-Identifier: Apache-2.0
/** Protocols that cut the stream they receive into messages. */
@NullMarked
package dev.assay.protocol.framing;

import org.jspecify.annotations.NullMarked;
