// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Trials in a package that is open to nobody but JUnit. */
class HeartbeatTest {
  @Trial
  void beatsOnceASecond(FakeReactor reactor, TrialContext trial) {
    Heartbeat heartbeat = new Heartbeat(reactor);
    trial.addCleanup(heartbeat::stop);
    heartbeat.start();
    reactor.advance(Duration.ofSeconds(3));
    assertEquals(3, heartbeat.beats());
  }

  @Trial
  void isNotStopped(FakeReactor reactor) {
    new Heartbeat(reactor).start();
  }

  @Test
  void isOfJupiter() {}
}
