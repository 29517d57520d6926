// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.heartbeat;

import dev.assay.deferred.Deferred;
import dev.assay.task.LoopingCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks a peer every five seconds whether it is there, and gives up when an answer takes too long.
 */
final class Heartbeat {
  static final Duration INTERVAL = Duration.ofSeconds(5);
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LoopingCall loop;
  private int answers;

  /**
   * Makes a heartbeat that is not started.
   *
   * @param ping asks the peer, and gives its answer
   */
  Heartbeat(ReactorTime time, Supplier<Deferred<String>> ping) {
    loop =
        LoopingCall.ofDeferring(
                time, () -> ping.get().addTimeout(PATIENCE, time).addEffect(pong -> answers++))
            .label("heartbeat");
  }

  /** Starts; the Deferred fires when this is stopped, and fails when the peer does not answer. */
  Deferred<?> start() {
    return loop.start(INTERVAL);
  }

  void stop() {
    loop.stop();
  }

  int answers() {
    return answers;
  }
}
