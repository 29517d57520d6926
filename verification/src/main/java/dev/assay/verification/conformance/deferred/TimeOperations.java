// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import dev.assay.fake.VirtualClock;
import dev.assay.verification.conformance.language.Ticks;
import java.time.Duration;

/** The operations on a Deferred that take time, and the one that lets it pass. */
final class TimeOperations {
  private TimeOperations() {}

  static void define(World world) {
    VirtualClock clock = new VirtualClock();
    world.script.define(
        "timeout",
        step -> {
          Duration timeout = Ticks.in(step, "ticks");
          return world.on(step, on -> on.addTimeout(timeout, clock));
        });
    world.script.define("jump", step -> Ticks.jump(step, clock, world.trace));
  }
}
