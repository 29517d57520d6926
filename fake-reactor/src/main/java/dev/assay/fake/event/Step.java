// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.ledger.Display;
import java.time.Duration;

/**
 * One thing that happened when a test ran a single step.
 *
 * @param at the time at which it happened
 * @param phase the phase of the turn that it belonged to
 * @param what a description, such as {@code delivery to server 127.0.0.1:80 -> 127.0.0.1:49152}
 * @since 0.1
 */
public record Step(Duration at, Phase phase, String what) {
  /** Returns {@code t=1s delivery to server 127.0.0.1:80 -> 127.0.0.1:49152}. */
  @Override
  public String toString() {
    return "t=" + Display.time(at) + " " + what;
  }
}
