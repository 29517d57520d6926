// SPDX-License-Identifier: Apache-2.0
package example;

import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Integration tests, which Failsafe runs. */
class GreetingIT {
  @Trial
  void passes() {}

  @Trial
  void leavesADelayedCall(FakeReactor reactor) {
    reactor.callLater(Duration.ofSeconds(1), () -> {});
  }

  @Test
  void isOfJupiter() {}
}
