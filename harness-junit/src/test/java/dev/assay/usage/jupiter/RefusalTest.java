// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.junit.TimeLimit;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.sample.TwiceSamples;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that are declared so that they cannot be judged fail, and their bodies are not run. */
final class RefusalTest {
  @Test
  void testsThatTheEngineRunsAsWell_areRefusedInTheSameWords() {
    Ran ran = Ran.of(TwiceSamples.OfJupiter.class);

    assertThat(ran.results().testEvents().succeeded().count()).isZero();
    assertThat(ran.tests()).allSatisfy((name, word) -> assertThat(word).isEqualTo("A-NOT-A-TRIAL"));
    assertThat(ran.failureOf("trialTest()"))
        .hasMessageStartingWith(
            "A-NOT-A-TRIAL: the trial trialTest is also a @TrialTest (@Test), so that it would run"
                + " twice");
    assertThat(ran.failureOf("factory()")).hasMessageStartingWith("A-NOT-A-TRIAL: ");
    assertThat(ran.failureOf("repetition 2 of 2")).hasMessageStartingWith("A-NOT-A-TRIAL: ");
  }

  @Test
  void testThatTheEngineRunsAsWell_isRefusedByAnExtensionThatJupiterFinds() {
    Map<String, String> tests =
        Ran.of(
                TwiceSamples.Detected.class,
                kit ->
                    kit.configurationParameter(
                        "junit.jupiter.extensions.autodetection.enabled", "true"))
            .tests();

    assertThat(tests).containsExactly(Map.entry("test()", "A-NOT-A-TRIAL"));
  }

  @Test
  void limitOfTheClass_thatCannotBeRead_failsItsTests() {
    Ran ran = Ran.of(OfClass.class);

    assertThat(ran.tests()).containsExactly(Map.entry("test(TestReporter)", "A-NOT-A-TRIAL"));
    assertThat(ran.failureOf("test(TestReporter)"))
        .hasMessageStartingWith(
            "A-NOT-A-TRIAL: the class OfClass has a @TimeLimit that cannot be one: virtual must")
        .hasMessageContaining("replay: " + OfClass.class.getName() + "#test");
    assertThat(ran.suppressedIn("test(TestReporter)")).isEmpty();
    assertThat(ran.reported()).containsExactly("at=@BeforeAll");
  }

  @Test
  void limitOfATest_thatCannotBe_failsIt() {
    assertThat(Ran.of(OfMethod.class).tests())
        .containsExactly(Map.entry("fine()", "passed"), Map.entry("lost()", "A-NOT-A-TRIAL"));
  }

  @Test
  void limitOfAClassWithOneInstance_thatCannotBeRead_failsItsTests() {
    Ran ran = Ran.of(OneInstance.class);

    assertThat(ran.tests()).containsExactly(Map.entry("test()", "A-NOT-A-TRIAL"));
  }

  @ExtendWith(TrialExtension.class)
  @TimeLimit(virtual = "soon")
  static final class OfClass {
    @BeforeAll
    static void beforeAll(TestReporter reporter) {
      reporter.publishEntry("at", "@BeforeAll");
    }

    @Test
    void test(TestReporter reporter) {
      reporter.publishEntry("at", "test");
    }

    @AfterEach
    void after(TestReporter reporter) {
      reporter.publishEntry("at", "@AfterEach");
    }
  }

  static final class OfMethod {
    @TrialTest
    @TimeLimit(real = "-1s")
    void lost() {}

    @TrialTest
    void fine() {}
  }

  @ExtendWith(TrialExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @TimeLimit(real = "0s")
  static final class OneInstance {
    @Test
    void test() {}
  }
}
