// SPDX-License-Identifier: Apache-2.0
/**
 * Protocols, their factories, and the transports that they write to.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.protocol.Protocol} and {@link
 *       dev.assay.protocol.DatagramProtocol}, which users extend; {@link
 *       dev.assay.protocol.Transport} and {@link dev.assay.protocol.Connector}, which a reactor
 *       implements; producers, for flow control; what a protocol can be notified of besides, such
 *       as {@link dev.assay.protocol.HandshakeListener}; and the reasons why a connection failed or
 *       ended.
 *   <li>What enters: from a reactor, a transport for each connection, the bytes received and the
 *       reason of the end.
 *   <li>What leaves: to a reactor, the bytes written and the requests to close, abort, pause or
 *       resume.
 *   <li>Where to start: {@code Protocol}, then {@code Transport}.
 * </ul>
 */
@NullMarked
package dev.assay.protocol;

import org.jspecify.annotations.NullMarked;
