// SPDX-License-Identifier: Apache-2.0
/** A heartbeat that notices when its peer is gone, and what it looks like under a virtual clock. */
@NullMarked
package dev.assay.samples.heartbeat;

import org.jspecify.annotations.NullMarked;
