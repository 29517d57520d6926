// SPDX-License-Identifier: Apache-2.0
/**
 * The two ends of the connections of a check, and the addresses at which they meet.
 *
 * <ul>
 *   <li>A {@code Family} of addresses, {@code Tcp} or {@code Unix}, listens and connects. A {@code
 *       StreamRule} is the same for each family, until it is told which.
 *   <li>{@code Net} has the connections and ports of one check, all of one family.
 *   <li>{@code Peer}, {@code HalfPeer} and {@code PeerFactory} record their events, and do what the
 *       check wants. {@code Pusher} and {@code Puller} are producers, {@code Pattern} the bytes to
 *       send.
 * </ul>
 *
 * <p>What enters is a {@code Rig}, what leaves a {@code Rule}. Start reading with {@code
 * StreamRule} and {@code Net}.
 */
@NullMarked
package dev.assay.contract.peer;

import org.jspecify.annotations.NullMarked;
