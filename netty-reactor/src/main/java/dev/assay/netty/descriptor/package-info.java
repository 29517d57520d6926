// SPDX-License-Identifier: Apache-2.0
/**
 * Channels of the user's own that are watched: {@code Descriptors} has a {@code Watch} for each.
 * What Netty reports of a channel enters, and notifications of its descriptors leave.
 */
@NullMarked
package dev.assay.netty.descriptor;

import org.jspecify.annotations.NullMarked;
