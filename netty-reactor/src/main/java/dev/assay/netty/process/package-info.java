// SPDX-License-Identifier: Apache-2.0
/**
 * Child processes of the system.
 *
 * <ul>
 *   <li>What lives here: {@code Processes}, which starts them and keeps those that run; {@code
 *       NettyProcess}, one of them; {@code ChildOutput} and {@code ChildInput}, its pipes, which
 *       block and are therefore served by threads of their own while there is something to do.
 *   <li>What enters: commands and protocols.
 *   <li>What leaves: output and the exit, in order, on the reactor's thread.
 *   <li>Where to start: {@code Processes.start}.
 * </ul>
 */
@NullMarked
package dev.assay.netty.process;

import org.jspecify.annotations.NullMarked;
