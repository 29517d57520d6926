// SPDX-License-Identifier: Apache-2.0
/**
 * The reactor for production, on Netty.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.netty.NettyReactor}, which combines the parts in the
 *       packages below: {@code socket} has Netty's kinds of channels; {@code loop} the time and the
 *       turns; {@code name}, {@code thread}, {@code process}, {@code stream}, {@code datagram} and
 *       {@code descriptor} one ability of a reactor each.
 *   <li>What enters: requests through the interfaces of {@link dev.assay.reactor}.
 *   <li>What leaves: calls of protocols, on the reactor's thread. No type of Netty is seen by
 *       users.
 *   <li>Where to start: {@code NettyReactor}, then {@code loop.Loop}.
 * </ul>
 */
@NullMarked
package dev.assay.netty;

import org.jspecify.annotations.NullMarked;
