// SPDX-License-Identifier: Apache-2.0
/**
 * The network in memory: hosts, the paths between them, and the ports and connections of a host.
 *
 * <ul>
 *   <li>{@code Network} contains the state that all hosts share: time, trace, paths, settings.
 *       {@code Hosts} finds a host; a {@code FakeHost} has its ports, connections, names and
 *       addresses.
 *   <li>The ports and connections of a host refer to it as a {@code Host}, or as their own {@code
 *       Owner} or {@code Source}; others refer to it as a {@code ReachableHost}.
 *   <li>A connection: {@code FakeConnector} starts a {@code ConnectProcess}, which creates two
 *       {@code StreamEnd}s. The bytes that a protocol writes go from {@code FakeTransport} to the
 *       {@code Sender}, along the {@code Path} to the {@code Receiver} of the other end, and to the
 *       protocol there. {@code TlsEnd} has the handshake of an end that TLS protects. {@code
 *       ConnectionState} describes an end.
 *   <li>Ports: {@code FakeListeningPort} and {@code FakeDatagramPort}.
 *   <li>The states of connections, connectors and ports are those of {@link
 *       dev.assay.reactor.rules}; {@code HostEvents} is what these rules need of a host.
 *   <li>An action that a test has scripted is a {@code Scripted}, with a ledger entry: {@code
 *       ScriptedEntry}.
 * </ul>
 *
 * <p>Requests enter through {@code FakeHost}, and through the transports and ports that it creates;
 * protocols are called in events of the timeline. Start reading with {@code StreamEnd}.
 */
@NullMarked
package dev.assay.fake.network;

import org.jspecify.annotations.NullMarked;
