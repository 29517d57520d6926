// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import java.time.Duration;

/**
 * A lookup of a name.
 *
 * @param at the time at which the lookup began
 * @param name the requested name, or the requested address
 * @since 0.1
 */
public record Lookup(Duration at, String name) {}
