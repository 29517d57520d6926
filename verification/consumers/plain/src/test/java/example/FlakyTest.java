// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Fails at first and passes when the tool runs it again. */
class FlakyTest {
  private static int runs;
  private static int trials;

  @Test
  void passesTheSecondTime() {
    assertEquals(2, ++runs);
  }

  @Trial
  void leavesNothingTheSecondTime(FakeReactor reactor) {
    if (++trials < 2) {
      reactor.callLater(Duration.ofSeconds(1), () -> {});
    }
  }

  @Trial
  void passes() {}
}
