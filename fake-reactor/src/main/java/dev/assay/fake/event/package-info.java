// SPDX-License-Identifier: Apache-2.0
/**
 * The values by which a test sees what the fakes do, and decides what they leave open.
 *
 * <ul>
 *   <li>What happened: {@link dev.assay.fake.event.Trace} and its {@link
 *       dev.assay.fake.event.TraceEvent}s, a {@link dev.assay.fake.event.ReactorStep}, a {@link
 *       dev.assay.fake.event.Lookup}, a {@link dev.assay.fake.event.ConnectAttempt}, a {@link
 *       dev.assay.fake.event.SentDatagram}, an {@link dev.assay.fake.event.OpenConnection}.
 *   <li>What is decided: a {@link dev.assay.fake.event.Chooser} makes each {@link
 *       dev.assay.fake.event.Choice}, a {@link dev.assay.fake.event.Chunking} cuts a stream.
 *   <li>{@link dev.assay.fake.event.ByteText} shows bytes as people read them.
 * </ul>
 *
 * <p>These are made by the packages that follow, and leave through {@code FakeReactor}, {@code
 * FakeNetwork} and the doubles of {@code protocol}. Start reading with {@code Trace}.
 */
@NullMarked
package dev.assay.fake.event;

import org.jspecify.annotations.NullMarked;
