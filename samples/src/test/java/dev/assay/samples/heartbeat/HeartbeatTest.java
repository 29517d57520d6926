// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Outcome;
import dev.assay.fake.VirtualClock;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class HeartbeatTest {
  @Test
  void silentPeer_isNoticedInTime() {
    VirtualClock clock = new VirtualClock();
    Deferred<?> ended = new Heartbeat(clock, Deferred<String>::new).start();

    clock.advance(Duration.ofMillis(1_999));
    assertThat(ended.isFired()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(ended.state()).isInstanceOf(Outcome.Failure.class);
    assertThat(clock.delayedCalls()).isEmpty();
  }

  @Test
  void silentPeer_failsWithATimeout() {
    VirtualClock clock = new VirtualClock();
    Deferred<?> ended = new Heartbeat(clock, Deferred<String>::new).start();
    clock.advance(Heartbeat.PATIENCE);

    DeferredState<?> state = ended.state();
    assertThat(((Outcome.Failure<?>) state).error()).isInstanceOf(TimeoutException.class);
  }

  @Test
  void livingPeer_isAskedEveryFiveSeconds() {
    VirtualClock clock = new VirtualClock();
    Heartbeat heartbeat =
        new Heartbeat(
            clock, () -> Deferreds.deferLater(clock, Duration.ofMillis(500), () -> "pong"));
    heartbeat.start();

    clock.advance(Duration.ofHours(1));
    assertThat(heartbeat.answers()).isEqualTo(720);
    heartbeat.stop();
    clock.runUntilIdle(Duration.ofSeconds(1));
    assertThat(heartbeat.answers()).isEqualTo(721);
  }

  @Test
  void forgottenHeartbeat_isLeftBehind() {
    TrialSettings strict = TrialSettings.DEFAULT.withStrictness(Strictness.STRICT);
    TrialOutcome outcome =
        Trials.runAwaiting(
            strict,
            trial -> {
              VirtualClock clock = new VirtualClock();
              new Heartbeat(clock, () -> Deferred.succeed("pong")).start();
              clock.advance(Duration.ofSeconds(7));
              return null;
            });

    assertThat(((TrialOutcome.Failed) outcome).problems())
        .flatExtracting(problem -> ((LeftBehindError) problem).pending())
        .extracting(Pending::kind)
        .containsExactly(PendingKind.DELAYED_CALL, PendingKind.DEFERRED);
  }
}
