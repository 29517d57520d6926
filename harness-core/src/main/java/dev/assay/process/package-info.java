// SPDX-License-Identifier: Apache-2.0
/**
 * Child processes: what to run, how to talk to it, and how it has ended.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.process.ProcessProtocol}, which users extend; {@link
 *       dev.assay.process.ProcessTransport}, which a reactor implements; the values {@link
 *       dev.assay.process.Command}, {@link dev.assay.process.ExitStatus} and {@link
 *       dev.assay.process.ProcessOutput}.
 *   <li>What enters: from a reactor, the transport of a process, its output and its end.
 *   <li>What leaves: to a reactor, the bytes written to a process and the requests to end it.
 *   <li>Where to start: {@code ProcessProtocol}; processes are started by {@code
 *       dev.assay.reactor.ReactorProcesses}.
 * </ul>
 */
@NullMarked
package dev.assay.process;

import org.jspecify.annotations.NullMarked;
