// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.fake.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  @Test
  void beatsOnceASecond() {
    VirtualClock clock = new VirtualClock();
    Heartbeat heartbeat = new Heartbeat(clock);
    heartbeat.start();
    clock.advance(Duration.ofSeconds(3));
    assertEquals(3, heartbeat.beats());
  }
}
