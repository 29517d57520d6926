// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialExtension.class)
final class PingerTest {
  private final VirtualClock clock;

  PingerTest(VirtualClock clock) {
    this.clock = clock;
  }

  @Test
  void ping_peerAnswers_givesThePong(TrialContext trial) throws Throwable {
    Deferred<String> pong = new Deferred<>();
    clock.callLater(Duration.ofMillis(900), () -> pong.callback("pong"));

    assertThat(trial.await(pong)).isEqualTo("pong");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofMillis(900));
  }
}
