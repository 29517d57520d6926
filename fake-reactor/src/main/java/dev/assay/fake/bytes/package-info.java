// SPDX-License-Identifier: Apache-2.0
/**
 * The parts that the other packages of the fakes share and that know neither time nor network.
 *
 * <ul>
 *   <li>{@code Outbox} and {@code Inbox} hold the bytes of one end of a connection: written and not
 *       sent, arrived and not received.
 *   <li>{@code Addresses} makes and shows socket addresses without a resolver; {@code
 *       SocketOptions} keeps options that have no effect.
 *   <li>{@code Guard} and {@code Failures} take what the code of users throws where it can be
 *       thrown to nobody, or not yet.
 * </ul>
 *
 * <p>Bytes and exceptions enter; nothing here calls anything but a producer. Start reading with
 * {@code Outbox}.
 */
@NullMarked
package dev.assay.fake.bytes;

import org.jspecify.annotations.NullMarked;
