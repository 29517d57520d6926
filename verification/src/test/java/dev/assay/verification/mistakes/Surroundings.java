// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.time.DelayedCall;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What may be around a correct trial, and must not make it fail. */
final class Surroundings {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Surroundings() {}

  /** Has a reactor arm something that is cleaned up. */
  static void armAndCleanUp(FakeReactor reactor, TrialContext trial) {
    DelayedCall call = reactor.callLater(Duration.ofDays(9999), () -> {});
    trial.addCleanup(call::cancel);
  }

  /** Time that has passed before the trial, and passes after it. */
  interface Seconds {
    @BeforeEach
    default Deferred<?> waitBefore(VirtualClock clock) {
      return Deferreds.deferLater(clock, SECOND);
    }

    @AfterEach
    default Deferred<?> waitAfter(VirtualClock clock) {
      return Deferreds.deferLater(clock, SECOND);
    }
  }
}
