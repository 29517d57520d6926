// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.reactor.ConnectOptions;
import java.time.Duration;

/**
 * An attempt to connect, as it was asked for.
 *
 * @param at when it began
 * @param host the name or address that was asked for
 * @param port the port that was asked for
 * @param options for how long to try, and from where
 * @since 0.1
 */
public record ConnectAttempt(Duration at, String host, int port, ConnectOptions options) {}
