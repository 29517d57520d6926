// SPDX-License-Identifier: Apache-2.0
/**
 * Datagrams over UDP, by {@code NettyDatagramPort}; {@code Datagrams} has all ports of a reactor.
 * Datagrams of protocols enter and leave as arrays of bytes.
 */
@NullMarked
package dev.assay.netty.datagram;

import org.jspecify.annotations.NullMarked;
