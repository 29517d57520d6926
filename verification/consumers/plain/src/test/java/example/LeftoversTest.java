// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import java.time.Duration;

/** Trials that fail, most of them for what they leave behind. */
class LeftoversTest {
  @Trial
  void leavesADelayedCall(FakeReactor reactor) {
    reactor.callLater(Duration.ofSeconds(30), () -> {});
  }

  @Trial
  void leavesADeferredThatSomebodyWaitsOn() {
    new Deferred<String>().addCallback(String::length);
  }

  @Trial
  void leavesAFailureThatNobodyHandled() {
    new Deferred<String>().errback(new IllegalArgumentException("nobody handles this"));
  }

  @Trial
  Deferred<?> waitsForWhatCanNeverFire() {
    return new Deferred<>();
  }

  @Trial
  Deferred<?> failsLater(FakeReactor reactor) {
    Deferred<String> later = new Deferred<>();
    reactor.callLater(
        Duration.ofSeconds(1), () -> later.errback(new IllegalStateException("late")));
    return later;
  }

  @Trial
  void failsAtOnce() {
    assertEquals(1, 2);
  }

  @Trial
  void throwsAtOnce() {
    throw new IllegalStateException("at once");
  }
}
