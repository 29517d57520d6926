// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.time.ReactorTime;

/**
 * All the faces of a reactor in one. Code asks for the narrowest face that it needs; this is for
 * programs that put the parts together.
 *
 * @since 0.1
 */
public interface Reactor
    extends ReactorTime,
        ReactorTcp,
        ReactorUdp,
        ReactorUnix,
        ReactorNames,
        ReactorThreads,
        ReactorCore,
        ReactorDescriptors {}
