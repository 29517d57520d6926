// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of datagrams: {@code UdpChecks} of what is sent, {@code UdpPortChecks} of ports.
 *
 * <p>They are written with {@code Udp}, which has the ports of a check, and with {@code UdpPeer}s,
 * which record their events. What leaves are the {@code Rule}s of {@code DatagramRules}. Start
 * reading with {@code UdpChecks}.
 */
@NullMarked
package dev.assay.contract.datagram;

import org.jspecify.annotations.NullMarked;
