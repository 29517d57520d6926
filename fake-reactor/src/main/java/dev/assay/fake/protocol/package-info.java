// SPDX-License-Identifier: Apache-2.0
/**
 * Doubles for testing one protocol, or two, without a network.
 *
 * <ul>
 *   <li>{@link dev.assay.fake.protocol.StringTransport} records the bytes that a protocol writes;
 *       {@code StringConnection} is the lifecycle of its connection. {@link
 *       dev.assay.fake.protocol.DatagramRecorder} does the same for datagrams.
 *   <li>{@link dev.assay.fake.protocol.Wire} connects two protocols: it has a {@code WireSide} for
 *       each protocol, and a {@link dev.assay.fake.protocol.WireDirection} for each direction.
 *   <li>The other side of a conversation: {@link dev.assay.fake.protocol.ScriptedPeer}, {@link
 *       dev.assay.fake.protocol.AccumulatingProtocol}, {@link
 *       dev.assay.fake.protocol.AccumulatingDatagramProtocol}, {@link
 *       dev.assay.fake.protocol.LineSendingProtocol}; {@link dev.assay.fake.protocol.Connections}
 *       waits for the end of several connections.
 *   <li>{@link dev.assay.fake.protocol.SplitSweep} runs a stream with every cut.
 * </ul>
 *
 * <p>A connection here follows the rules of closing of the fake network, in {@code
 * StreamLifecycle}, but a {@code Wire} is not two {@code StreamEnd}s. An end on the network hands
 * its bytes to a path, in an event of a clock, whereas each side of a {@code Wire} is a {@code
 * StringTransport}, which has no clock and keeps its bytes, as unsent, until the test takes or
 * delivers them.
 *
 * <p>Bytes enter through {@code write} and leave when the test takes or delivers them. Start
 * reading with {@code StringTransport}.
 */
@NullMarked
package dev.assay.fake.protocol;

import org.jspecify.annotations.NullMarked;
