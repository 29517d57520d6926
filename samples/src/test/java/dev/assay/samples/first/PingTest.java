// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first;

import static dev.assay.trial.Trials.failureResultOf;
import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

final class PingTest {
  @Trial
  void answer_arrivesInTime(VirtualClock clock) {
    Ping ping = new Ping(clock);
    Deferred<String> pong = ping.send();

    clock.advance(Duration.ofMillis(300));
    ping.answered("pong");

    assertThat(successResultOf(pong)).isEqualTo("pong");
  }

  @Trial
  void silence_isATimeout(VirtualClock clock) {
    Deferred<String> pong = new Ping(clock).send();
    clock.advance(Duration.ofSeconds(2));

    assertThat(failureResultOf(pong, TimeoutException.class))
        .hasMessage("Deferred#1 (pong) had no result within PT2S");
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
