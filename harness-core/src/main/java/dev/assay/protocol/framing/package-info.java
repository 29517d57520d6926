// SPDX-License-Identifier: Apache-2.0
/**
 * Protocols that cut the received stream into messages.
 *
 * <ul>
 *   <li>What lives here: receivers of lines, of netstrings, and of strings with a length prefix of
 *       8, 16 or 32 bits.
 *   <li>What enters: bytes, in pieces of any size, by {@code dataReceived}.
 *   <li>What leaves: whole messages, to {@code lineReceived} or {@code stringReceived}; framed
 *       messages, to the transport.
 *   <li>Where to start: {@code FramedReceiver}, the base of all of them; a new framing implements
 *       its {@code deliverNext}. {@code ReceiveBuffer} keeps the bytes.
 * </ul>
 */
@NullMarked
package dev.assay.protocol.framing;

import org.jspecify.annotations.NullMarked;
