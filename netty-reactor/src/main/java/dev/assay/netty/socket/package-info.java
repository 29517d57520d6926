// SPDX-License-Identifier: Apache-2.0
/**
 * Netty's channels, for a loop to wait for.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.netty.socket.Sockets}, which creates channels; {@code
 *       UnixStream} and {@code UnixPort}, channels of our own; and what is common to all channels.
 *   <li>What leaves: channels that are not registered yet.
 *   <li>Where to start: {@code Sockets}.
 * </ul>
 */
@NullMarked
package dev.assay.netty.socket;

import org.jspecify.annotations.NullMarked;
