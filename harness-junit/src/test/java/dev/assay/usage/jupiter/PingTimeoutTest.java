// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

final class PingTimeoutTest {
  @TrialTest
  void ping_nobodyAnswers_timesOut(VirtualClock clock) {
    Deferred<String> pong = new Deferred<>();
    pong.addTimeout(Duration.ofSeconds(1), clock);
    clock.advance(Duration.ofSeconds(1));

    Trials.failureResultOf(pong, TimeoutException.class);
  }
}
