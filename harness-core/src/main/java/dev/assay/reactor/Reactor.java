// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.time.ReactorTime;

/**
 * All the interfaces of a reactor in one. Code should ask for the narrowest interface that it
 * needs; this one is for programs that connect the parts.
 *
 * @since 0.1
 */
public interface Reactor
    extends ReactorTime,
        ReactorTcp,
        ReactorTls,
        ReactorUdp,
        ReactorUnix,
        ReactorNames,
        ReactorThreads,
        ReactorProcesses,
        ReactorCore,
        ReactorDescriptors {}
