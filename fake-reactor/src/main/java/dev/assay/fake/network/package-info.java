// SPDX-License-Identifier: Apache-2.0
/**
 * The network in memory: hosts, the paths between them, and what stands on a host.
 *
 * <ul>
 *   <li>{@code Network} is what all hosts share: time, trace, paths, settings. {@code Hosts} finds
 *       a host; a {@code FakeHost} has its ports, connections, names and addresses.
 *   <li>What stands on a host knows it as a {@code Host}, or as its own {@code Owner} or {@code
 *       Source}, and others know it as a {@code ReachableHost}.
 *   <li>A connection: {@code FakeConnector} begins a {@code ConnectProcess}, which makes two {@code
 *       StreamEnd}s. What a protocol writes goes from {@code FakeTransport} to the {@code Sender},
 *       by the {@code Path} to the {@code Receiver} of the other end, and to the protocol there.
 *       {@code StreamLifecycle} has the rules of closing, {@code ConnectionState} describes an end.
 *   <li>Ports: {@code FakeListeningPort} and {@code FakeDatagramPort}, each with a {@code
 *       PortLifecycle}.
 *   <li>What a test has arranged is {@code Scripted}, with a line in the ledger: {@code
 *       ScriptedEntry}.
 * </ul>
 *
 * <p>Requests enter by {@code FakeHost} and by the transports and ports that it gives out;
 * protocols are called in events of the timeline. Start reading with {@code StreamEnd}.
 */
@NullMarked
package dev.assay.fake.network;

import org.jspecify.annotations.NullMarked;
