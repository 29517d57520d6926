// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Jupiter's fixtures around trials, some of which are waited for. */
class FixturesTest {
  private static boolean open;

  private FakeReactor ours;
  private String greeting = "";

  @BeforeAll
  static void open() {
    open = true;
  }

  @AfterAll
  static void close() {
    open = false;
  }

  @BeforeEach
  Deferred<?> greet(FakeReactor reactor) {
    ours = reactor;
    Deferred<String> later = new Deferred<>();
    reactor.callLater(Duration.ofSeconds(1), () -> later.callback("hello"));
    return later.addCallback(
        text -> {
          greeting = text;
          return text;
        });
  }

  @AfterEach
  void leaveAsItWas(FakeReactor reactor) {
    assertSame(ours, reactor);
    assertEquals("hello", greeting);
  }

  @Trial
  void startsWhenItsFixtureIsDone(FakeReactor reactor) {
    assertTrue(open);
    assertSame(ours, reactor);
    assertEquals("hello", greeting);
  }

  @Trial
  void failsInItsFixture() {
    greeting = "goodbye";
  }
}
