// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Trials in classes within classes. */
class NestedTest {
  private final List<String> events = new ArrayList<>();

  /** Returns nothing: Jupiter looks at classes with nested ones, and refuses other fixtures. */
  @BeforeEach
  void outside(FakeReactor reactor, TrialContext trial) throws Throwable {
    Deferred<String> later = new Deferred<>();
    reactor.callLater(Duration.ofSeconds(1), () -> later.callback("outside"));
    events.add(trial.await(later));
  }

  @Trial
  void runsOneFixture() {
    assertEquals(List.of("outside"), events);
  }

  @Nested
  class Within {
    @BeforeEach
    void within() {
      events.add("within");
    }

    @Trial
    void runsTheOuterFixtureFirst() {
      assertEquals(List.of("outside", "within"), events);
    }

    @Nested
    class Deeper {
      @Trial
      void leavesADelayedCall(FakeReactor reactor) {
        reactor.callLater(Duration.ofSeconds(1), () -> {});
      }
    }
  }
}
