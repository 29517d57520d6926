// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import java.time.Duration;

/**
 * A name that was looked up.
 *
 * @param at when the look-up began
 * @param name the name, or the address, that was asked for
 * @since 0.1
 */
public record Lookup(Duration at, String name) {}
