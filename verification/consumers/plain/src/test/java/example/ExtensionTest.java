// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.fake.FakeReactor;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of Jupiter's that are judged as trials are. */
class ExtensionTest {
  @TrialTest
  void passes(FakeReactor reactor) {
    reactor.advance(Duration.ofSeconds(1));
    assertEquals(Duration.ofSeconds(1), reactor.elapsed());
  }

  @TrialTest
  void leavesADelayedCall(FakeReactor reactor) {
    reactor.callLater(Duration.ofSeconds(1), () -> {});
  }

  @RepeatedTest(2)
  @ExtendWith(TrialExtension.class)
  void leavesADelayedCallEachTime(FakeReactor reactor) {
    reactor.callLater(Duration.ofSeconds(1), () -> {});
  }
}
