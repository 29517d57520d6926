// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Jupiter's fixtures around trials, and trials in classes within classes. */
class FixturesTest {
  private static boolean open;

  private final List<String> events = new ArrayList<>();
  private FakeReactor ours;

  @BeforeAll
  static void open() {
    open = true;
  }

  @AfterAll
  static void close() {
    open = false;
  }

  @BeforeEach
  Deferred<?> before(FakeReactor reactor) {
    ours = reactor;
    Deferred<String> later = new Deferred<>();
    reactor.callLater(Duration.ofSeconds(1), () -> later.callback("before"));
    return later.addCallback(events::add);
  }

  @AfterEach
  void after(FakeReactor reactor) {
    assertSame(ours, reactor);
    assertEquals("before", events.get(0));
  }

  @Trial
  void sharesTheReactorOfItsFixture(FakeReactor reactor) {
    assertEquals(true, open);
    assertSame(ours, reactor);
    assertEquals(List.of("before"), events);
  }

  @Nested
  class Within {
    @BeforeEach
    void within() {
      events.add("within");
    }

    @Trial
    void runsTheFixturesOutsideFirst() {
      assertEquals(List.of("before", "within"), events);
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
