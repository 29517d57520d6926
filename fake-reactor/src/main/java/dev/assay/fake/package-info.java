// SPDX-License-Identifier: Apache-2.0
/**
 * Stand-ins for time and the network, as a test drives them.
 *
 * <p>A test makes a {@link dev.assay.fake.VirtualClock}, a {@link dev.assay.fake.FakeReactor} or a
 * {@link dev.assay.fake.FakeNetwork} of several reactors, gives it to the code under test, and
 * moves it on. What the code asks of its reactor enters here and goes on to one of the hidden
 * packages; what happens is driven from here, too, and read here.
 *
 * <ul>
 *   <li>{@code VirtualClock} is the face of {@code timeline}, where calls are armed and run.
 *   <li>{@code FakeNetwork} and {@code FakeNames} are the faces of {@code network}, and {@link
 *       dev.assay.fake.Fault} says what goes wrong there.
 *   <li>{@code FakeReactor} hands connections and ports to {@code network}; its thread pool, its
 *       descriptors, its start and its stop are here, behind it: {@code FakeThreads}, {@code
 *       FakeDescriptors}, {@code ReactorLifecycle}. {@code Driver} runs it until something has come
 *       about.
 *   <li>{@link dev.assay.fake.UnusedTime} fails a test that asks for the time.
 * </ul>
 *
 * <p>The packages of this module stand in the order {@code bytes <- event <- timeline <- network <-
 * protocol <- fake}; each uses those before it. Start reading with {@code VirtualClock}; a new
 * fault goes into {@code Fault}.
 */
@NullMarked
package dev.assay.fake;

import org.jspecify.annotations.NullMarked;
