// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Todo;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KindsTest {
  @Test
  void invocationOfATemplate_isATrial_andTheTextSaysWhich() {
    Ran ran = Ran.of(Templates.class);

    assertThat(ran.tests())
        .containsOnly(
            entry("0 armed", "passed"),
            entry("1 armed", "A-PENDING-CALL"),
            entry("2 armed", "A-PENDING-CALL"),
            entry("repetition 1 of 2", "A-PENDING-DEFERRED"),
            entry("repetition 2 of 2", "A-PENDING-DEFERRED"));
    assertThat(ran.failureOf("2 armed")).hasMessageContaining("this was 2 armed;");
  }

  @Test
  void dynamicTest_isATrial_andSoIsItsFactory() {
    Ran ran = Ran.of(Factories.class);

    assertThat(ran.tests())
        .containsOnly(
            entry("allowed", "passed"),
            entry("clean", "passed"),
            entry("does", "A-UNEXPECTED-SUCCESS"),
            entry("does not", "aborted: todo: later"),
            entry("fails and leaks", "mine"),
            entry("leaks", "A-PENDING-DEFERRED"),
            entry("made late", "passed"),
            entry("skips", "aborted: not here"));
    assertThat(ran.suppressedIn("fails and leaks")).containsExactly("A-PENDING-DEFERRED");
    assertThat(ran.failureOf("leaks")).hasMessageContaining("this was leaks;");
    assertThat(ran.containers())
        .containsEntry("several()", "passed")
        .containsEntry("lazy()", "A-PENDING-CALL")
        .containsEntry("leaking(VirtualClock)", "A-PENDING-CALL")
        .containsEntry("expected()", "passed");
  }

  @Test
  void nestedTest_isOneTrialWithItsOuterInstances() {
    Ran ran = Ran.of(Outer.class);

    assertThat(ran.tests())
        .containsOnly(
            entry("clean(TrialContext)", "passed"),
            entry("leaks()", "A-PENDING-CALL"),
            entry("outer()", "passed"));
  }

  @Test
  void instanceForTheWholeClass_isJudgedWithTheClass_andEachTestByItself() {
    Ran ran = Ran.of(Shared.class);

    assertThat(ran.tests())
        .containsOnly(
            entry("clean(VirtualClock)", "passed"), entry("leaks(VirtualClock)", "A-PENDING-CALL"));
    assertThat(ran.containers()).containsEntry("KindsTest$Shared", "A-PENDING-CALL");
    assertThat(ran.failureOf("KindsTest$Shared"))
        .hasMessageContainingAll("2 calls are still armed", "during setUp,", "during afterAll,")
        .hasMessageEndingWith("replay: " + Shared.class.getName());
  }

  @Test
  void fixturesForTheWholeClass_areRefused_withTheReason() {
    assertThat(Ran.of(SharedParameter.class).containers())
        .hasEntrySatisfying(
            "KindsTest$SharedParameter",
            word -> assertThat(word).contains("a VirtualClock belongs to one test"));
  }

  @Test
  void extensionThatIsRegisteredTwice_actsOnce() {
    assertThat(Ran.of(Twice.class).tests())
        .containsOnly(
            entry("fails()", "aborted: todo: later"),
            entry("passes()", "A-UNEXPECTED-SUCCESS"),
            entry("takes(VirtualClock)", "passed"));
  }

  @ExtendWith(TrialExtension.class)
  static final class Templates {
    @ParameterizedTest(name = "{0} armed")
    @ValueSource(ints = {0, 1, 2})
    void parameterized(int calls, VirtualClock clock) {
      for (int i = 0; i < calls; i++) {
        clock.callLater(Duration.ofSeconds(1), () -> {});
      }
    }

    @org.junit.jupiter.api.RepeatedTest(2)
    void repeated() {
      leak();
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Factories {
    @TestFactory
    Stream<DynamicNode> several() {
      return Stream.of(
          dynamicTest("clean", () -> {}),
          dynamicTest("leaks", KindsTest::leak),
          dynamicContainer(
              "inside",
              Stream.of(
                  dynamicTest(
                      "fails and leaks",
                      () -> {
                        leak();
                        throw new IllegalStateException("mine");
                      }))),
          dynamicTest(
              "skips",
              () -> {
                throw new SkippedException("not here");
              }));
    }

    @TestFactory
    Stream<DynamicTest> lazy() {
      return Stream.of("made late")
          .map(
              name -> {
                VirtualClock clock = new VirtualClock();
                return dynamicTest(name, () -> clock.callLater(Duration.ofSeconds(1), this::go));
              });
    }

    @TestFactory
    List<DynamicTest> leaking(VirtualClock clock) {
      return List.of(
          dynamicTest("allowed", () -> clock.callLater(Duration.ofSeconds(1), this::go)));
    }

    @TestFactory
    @Todo("later")
    List<DynamicTest> expected() {
      return List.of(
          dynamicTest(
              "does not",
              () -> {
                throw new IllegalStateException("mine");
              }),
          dynamicTest("does", this::go));
    }

    private void go() {}
  }

  @ExtendWith(TrialExtension.class)
  static final class Outer {
    private final TrialContext trial;
    private final VirtualClock clock;

    Outer(TrialContext trial, VirtualClock clock) {
      this.trial = trial;
      this.clock = clock;
    }

    @Test
    void outer() {}

    @Nested
    final class Inner {
      @BeforeEach
      void setUp(VirtualClock same) {
        assertThat(same).isSameAs(clock);
      }

      @Test
      void clean(TrialContext same) {
        assertThat(same).isSameAs(trial);
      }

      @Test
      void leaks() {
        clock.callLater(Duration.ofSeconds(1), () -> {});
      }
    }
  }

  @ExtendWith(TrialExtension.class)
  @TestInstance(Lifecycle.PER_CLASS)
  static final class Shared {
    private final VirtualClock clock = new VirtualClock();

    Shared() {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Test
    void clean(VirtualClock ofThisTest) {
      assertThat(ofThisTest).isNotSameAs(clock);
    }

    @Test
    void leaks(VirtualClock ofThisTest) {
      ofThisTest.callLater(Duration.ofSeconds(1), () -> {});
    }

    @AfterAll
    void afterAll() {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class SharedParameter {
    @BeforeAll
    static void beforeAll(VirtualClock clock) {
      clock.advance(Duration.ZERO);
    }

    @Test
    void test() {}
  }

  @ExtendWith(TrialExtension.class)
  static final class Twice {
    @RegisterExtension final TrialExtension again = new TrialExtension();

    @Test
    @Todo("later")
    void fails() {
      throw new IllegalStateException("mine");
    }

    @Test
    @Todo("later")
    void passes() {}

    @Test
    void takes(VirtualClock clock) {
      clock.advance(Duration.ofSeconds(1));
    }
  }

  private static void leak() {
    new Deferred<String>().addCallback(value -> value);
  }
}
