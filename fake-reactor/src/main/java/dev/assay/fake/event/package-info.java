// SPDX-License-Identifier: Apache-2.0
/**
 * The values with which a test observes the fakes, and decides what they leave open.
 *
 * <ul>
 *   <li>Observations: {@link dev.assay.fake.event.Trace} and its {@link
 *       dev.assay.fake.event.TraceEvent}s, a {@link dev.assay.fake.event.Step}, a {@link
 *       dev.assay.fake.event.Lookup}, a {@link dev.assay.fake.event.ConnectAttempt}, a {@link
 *       dev.assay.fake.event.SentDatagram}, an {@link dev.assay.fake.event.OpenConnection}.
 *   <li>Decisions: a {@link dev.assay.fake.event.Chooser} makes each {@link
 *       dev.assay.fake.event.Choice}, a {@link dev.assay.fake.event.Chunking} cuts a stream.
 *   <li>{@link dev.assay.fake.event.ByteText} formats bytes for people.
 * </ul>
 *
 * <p>The other packages of this module, except {@code bytes}, create these values. A test gets them
 * from {@code FakeReactor}, {@code FakeNetwork} and the doubles of {@code protocol}. Start reading
 * with {@code Trace}.
 */
@NullMarked
package dev.assay.fake.event;

import org.jspecify.annotations.NullMarked;
