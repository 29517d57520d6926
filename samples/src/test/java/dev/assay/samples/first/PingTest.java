// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first;

import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.time.Duration;

final class PingTest {
  @Trial
  void answer_arrivesInTime(VirtualClock clock) {
    Ping ping = new Ping(clock);
    Deferred<String> pong = ping.send();

    clock.advance(Duration.ofMillis(300));
    ping.answered("pong");

    assertThat(successResultOf(pong)).isEqualTo("pong");
  }
}
