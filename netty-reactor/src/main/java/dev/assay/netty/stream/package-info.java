// SPDX-License-Identifier: Apache-2.0
/**
 * Connections over TCP and UNIX sockets.
 *
 * <ul>
 *   <li>What lives here: {@code Streams}, all of a reactor; {@code NettyPort} accepts connections,
 *       {@code NettyConnector} with a {@code NettyAttempt} opens them; a {@code Stream} is one end,
 *       with its {@code Writer} and its {@code Reader}, and a {@code TlsLayer} once it has TLS.
 *   <li>What enters: requests of protocols, through {@code StreamTransport}; what Netty reports,
 *       through {@code StreamEvents}. The states between them are those of {@link
 *       dev.assay.reactor.rules}.
 *   <li>What leaves: bytes for Netty, and calls of protocols and factories.
 *   <li>Where to start: {@code Stream}.
 * </ul>
 */
@NullMarked
package dev.assay.netty.stream;

import org.jspecify.annotations.NullMarked;
