// SPDX-License-Identifier: Apache-2.0
/** The network, threads and the life of a program as code sees them, in narrow faces. */
@NullMarked
package dev.assay.reactor;

import org.jspecify.annotations.NullMarked;
