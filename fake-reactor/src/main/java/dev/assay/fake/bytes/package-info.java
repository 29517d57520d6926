// SPDX-License-Identifier: Apache-2.0
/**
 * The parts that the other packages of the fakes share and that do not depend on time or network.
 *
 * <ul>
 *   <li>{@code Outbox} and {@code Inbox} hold the bytes of one end of a connection: those written
 *       and not sent, and those arrived and not received. The {@code Outbox} also has the producer
 *       of its bytes.
 *   <li>{@code SocketOptions} stores options that have no effect.
 *   <li>{@code Failures} keeps exceptions of user code that cannot be thrown yet.
 * </ul>
 *
 * <p>Bytes and exceptions enter; nothing here calls any code except a producer. Start reading with
 * {@code Outbox}.
 */
@NullMarked
package dev.assay.fake.bytes;

import org.jspecify.annotations.NullMarked;
