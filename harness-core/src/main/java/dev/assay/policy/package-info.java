// SPDX-License-Identifier: Apache-2.0
/**
 * Policies for connections: time out, retry, limit, throttle, log.
 *
 * <ul>
 *   <li>What lives here: factories that wrap another factory ({@link
 *       dev.assay.policy.WrappingFactory} and those that extend it), the two ways to connect again
 *       ({@link dev.assay.policy.ClientService}, {@link
 *       dev.assay.policy.ReconnectingClientFactory}), {@link dev.assay.policy.IdleTimeout} and
 *       {@link dev.assay.policy.FileSender}.
 *   <li>What enters: the user's factories, endpoints and a {@link dev.assay.time.ReactorTime}.
 *   <li>What leaves: the same events and bytes, later, fewer or not at all.
 *   <li>Where to start: {@code WrappingFactory} with {@link dev.assay.policy.ProtocolWrapper}, the
 *       layer that it puts in; {@code TimeoutFactory} is the shortest example.
 * </ul>
 */
@NullMarked
package dev.assay.policy;

import org.jspecify.annotations.NullMarked;
