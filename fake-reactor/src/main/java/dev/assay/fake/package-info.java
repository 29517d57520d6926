// SPDX-License-Identifier: Apache-2.0
/**
 * Fakes of time and the network, which a test drives.
 *
 * <p>A test creates a {@link dev.assay.fake.VirtualClock}, a {@link dev.assay.fake.FakeReactor} or
 * a {@link dev.assay.fake.FakeNetwork} of several reactors, gives it to the code under test, and
 * advances it. The requests of that code enter here and go on to one of the internal packages. A
 * test also drives events and reads results here.
 *
 * <ul>
 *   <li>{@code VirtualClock} is the public view of {@code timeline}, where calls are armed and run.
 *   <li>{@code FakeNetwork} and {@code FakeNames} are the public views of {@code network}, and
 *       {@link dev.assay.fake.Fault} lists the faults that can occur there.
 *   <li>{@code FakeReactor} hands connections and ports to {@code network}. Its thread pool, child
 *       processes and descriptors are implemented in this package: {@code FakeThreads}, {@link
 *       dev.assay.fake.FakeProcesses}, {@code FakeDescriptors}. {@code Driver} runs it until a
 *       condition holds.
 *   <li>{@link dev.assay.fake.UnusedTime} fails a test that asks for the time.
 * </ul>
 *
 * <p>The packages of this module have the order {@code bytes <- event <- timeline <- network <-
 * protocol <- fake}; each uses those before it. Start reading with {@code VirtualClock}; a new
 * fault goes into {@code Fault}.
 */
@NullMarked
package dev.assay.fake;

import org.jspecify.annotations.NullMarked;
