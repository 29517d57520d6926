// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Todo;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.ledger.Ledger;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("DoNotCallSuggester") // trials that fail on purpose
final class DetectionTest {
  @Test
  void detected_testThatAsks_isATrial_andNoOther() {
    assertThat(detected(Mixed.class))
        .containsOnly(
            entry("annotated()", "aborted: todo: later"),
            entry("inside()", "A-PENDING-DEFERRED"),
            entry("marked()", "A-PENDING-DEFERRED"),
            entry("plain()", "passed"),
            entry("takesAFake(VirtualClock)", "A-PENDING-CALL"));
  }

  @Test
  void detected_fixtureThatTakesAFake_isEnough() {
    assertThat(detected(WithFixture.class)).containsOnly(entry("test()", "A-PENDING-CALL"));
  }

  @Test
  void detected_besideOneThatIsNamed_keepsOut() {
    assertThat(detected(Named.class)).containsOnly(entry("test(VirtualClock)", "A-PENDING-CALL"));
    assertThat(detected(Registered.class))
        .containsOnly(entry("test(VirtualClock)", "A-PENDING-CALL"));
  }

  @Test
  void notDetected_onlyTheNamedOne_isATrial() {
    assertThat(Ran.of(Mixed.class).tests())
        .containsEntry("plain()", "passed")
        .containsEntry("marked()", "A-PENDING-DEFERRED")
        .containsEntry("annotated()", "mine");
  }

  private static Map<String, String> detected(Class<?> type) {
    String parameter = "junit.jupiter.extensions.autodetection.enabled";
    return Ran.of(type, kit -> kit.configurationParameter(parameter, "true")).tests();
  }

  static final class Mixed {
    @Test
    void plain() {
      leak();
      assertThat(Ledger.current()).isNull();
    }

    @TrialTest
    void marked() {
      leak();
    }

    @Test
    @Todo("later")
    void annotated() {
      throw new IllegalStateException("mine");
    }

    @Test
    void takesAFake(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Nested
    @Strict
    final class Inner {
      @Test
      void inside() {
        leak();
      }
    }

    private static void leak() {
      new Deferred<String>().addCallback(value -> value);
    }
  }

  static final class WithFixture {
    @BeforeEach
    void setUp(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Test
    void test() {}

    @AfterEach
    void tearDown() {
      assertThat(Ledger.current()).isNotNull();
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Named {
    @Test
    void test(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }
  }

  static final class Registered {
    @RegisterExtension static final TrialExtension TRIALS = new TrialExtension();

    @Test
    void test(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }
  }
}
