// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first;

import static dev.assay.trial.Trials.failureResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

final class PingTimeoutTest {
  @Trial
  void silence_isATimeout(VirtualClock clock) {
    Deferred<String> pong = new Ping(clock).send();
    clock.advance(Duration.ofSeconds(2));

    assertThat(failureResultOf(pong, TimeoutException.class))
        .hasMessage("Deferred#1 (pong) had no result within 2s");
  }

  @Trial
  Deferred<?> silence_isATimeout_whichTheTrialWaitsFor(VirtualClock clock) {
    return new Ping(clock)
        .send()
        .addErrback(TimeoutException.class, late -> "timeout")
        .addCallback(result -> assertThat(result).isEqualTo("timeout"));
  }

  @Trial
  void lateAnswer_isIgnored(VirtualClock clock) {
    Ping ping = new Ping(clock);
    Deferred<String> pong = ping.send();
    clock.advance(Duration.ofSeconds(2));
    ping.answered("pong");

    failureResultOf(pong, TimeoutException.class);
  }
}
