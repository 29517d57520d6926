// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.report.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole output of runs, letter for letter; it stands in files beside this class. */
final class OutputTest {
  private static final String MIXED =
      """
      package com.acme;
      import static org.junit.jupiter.api.Assertions.*;
      import org.junit.jupiter.api.*;
      import org.junit.jupiter.params.ParameterizedTest;
      import org.junit.jupiter.params.provider.ValueSource;
      import org.opentest4j.TestAbortedException;
      @TestMethodOrder(MethodOrderer.MethodName.class)
      class MixedTest {
        @Test void aPasses() {}
        @Test void bFails() { check(1); }
        @Test void cFailsElsewhere() { check(1); }
        @Test void dBreaks() { throw new IllegalStateException("outer", new Error("inner")); }
        @Test @Disabled("not here") void eSkips() {}
        @Test void fAborts() { throw new TestAbortedException("not today"); }
        @Test void gIsExpected() { throw new TestAbortedException("todo: later"); }
        @Test void hSurprises() { throw new AssertionError("A-UNEXPECTED-SUCCESS: it works"); }
        @ParameterizedTest @ValueSource(ints = {1, 2}) void iTakes(int number) {
          assertEquals(1, number);
        }
        @Test void jWaits(TestReporter reporter) { reporter.publishEntry("trial.virtual", "PT2S"); }
        @Test void kHasANameThatIsSoLongThatTheResultDoesNotFitBehindItOnTheSameLineAnyMore() {}
        @Nested class Inner { @Test void passes() {} }
        static void check(int number) { assertEquals(2, number); }
      }
      """;

  private static final String JQWIK =
      """
      package com.acme.laws;
      import net.jqwik.api.*;
      class BrokenProperties {
        @Example void isBroken() { throw new AssertionError("no law"); }
      }
      """;

  private static final String GREEN =
      """
      package com.acme.laws;
      import net.jqwik.api.*;
      class LawProperties {
        @Property(tries = 5) void holds(@ForAll int number) {}
      }
      """;

  private static final String SETUPS =
      """
      package com.acme;
      import static org.junit.jupiter.api.Assertions.*;
      import org.junit.jupiter.api.*;
      import org.opentest4j.TestAbortedException;
      class SetupsTest {
        @Nested class Each {
          @BeforeEach void setUp() { fail("no table"); }
          @Test void one() {}
          @Test void two() {}
        }
        @Nested class AllAborts {
          @BeforeAll static void setUp() { throw new TestAbortedException("no chairs"); }
          @Test void one() {}
          @Test void two() {}
        }
        @Nested class AllFails {
          @BeforeAll static void setUp() { throw new IllegalStateException("no room"); }
          @Test void one() {}
          @Test void two() {}
        }
        @Nested @Disabled("no guests") class Disabled_ {
          @Test void one() {}
          @Test void two() {}
        }
      }
      """;

  private static final String TRIALS =
      """
      package com.acme;
      import dev.assay.deferred.*;
      import dev.assay.fake.*;
      import dev.assay.junit.*;
      import java.time.Duration;
      import org.junit.jupiter.api.*;
      class FirstTrial {
        @Trial Deferred<?> waits(FakeReactor reactor) {
          return Deferreds.deferLater(reactor, Duration.ofSeconds(20), () -> "done");
        }
        @Trial Deferred<?> fails(FakeReactor reactor) {
          return waits(reactor).addCallback(FirstTrial::refuse);
        }
        @Trial Deferred<?> failsAlike(FakeReactor reactor) { return fails(reactor); }
        @Trial @Todo("later") void isExpected() { throw new AssertionError("not done"); }
        @Trial @Disabled("not here") void isSkipped() {}
        static String refuse(Object value) { throw new IllegalStateException("refused"); }
      }
      """;

  private static final String EXPLAINED_TRIALS =
      """
      package com.acme;
      import dev.assay.fake.*;
      import dev.assay.junit.*;
      import java.time.Duration;
      class SecondTrial {
        @Trial void leavesACall(FakeReactor reactor) {
          reactor.callLater(Duration.ofSeconds(5), () -> {});
        }
        @Trial int isNoTrial() { return 1; }
        @Trial @Todo("later") void surprises() {}
      }
      """;

  private static final String EXPLAINED =
      """
      package dev.assay.trial;
      final class PlantedError extends AssertionError {
        PlantedError() {
          super("A-PENDING-CALL: a call is still armed\\n  DelayedCall#1: due\\n  fix: cancel it");
          addSuppressed(new IllegalStateException("and more"));
        }
      }
      """;

  private static final String EXPLAINING =
      """
      package dev.assay.trial;
      class ExplainedTest {
        @org.junit.jupiter.api.Test void leavesACall() { throw new PlantedError(); }
      }
      """;

  @TempDir private Path folder;

  @Test
  void everyKindOfResult() {
    Project.Run run = Project.of(folder, MIXED, JQWIK, GREEN).run();

    assertThat(run.out()).isEqualTo(golden("everyKindOfResult"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void failuresAroundTests() {
    Project.Run run = Project.of(folder, SETUPS).run();

    assertThat(run.out()).isEqualTo(golden("failuresAroundTests"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void trials() {
    Project.Run run = Project.of(folder, TRIALS).run();

    assertThat(run.out().replaceAll("\\d+ ms real", "0 ms real")).isEqualTo(golden("trials"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void trialsThatTheHarnessFails_areExplainedWhole() {
    Project.Run run = Project.of(folder, EXPLAINED_TRIALS).run();

    assertThat(run.out())
        .containsPattern("\\[FAIL]\nA-PENDING-CALL: (?s:.*)\n  fix: .*\n  replay: com.acme.Second")
        .contains("[FAIL]\nA-NOT-A-TRIAL: ", "[SUCCESS!?!]\nA-UNEXPECTED-SUCCESS: ")
        .contains("\n    at com.acme.SecondTrial.leavesACall(SecondTrial.java:7)\n\n")
        .doesNotContain("at dev.assay.", "Suppressed")
        .endsWith("FAILED (failures=2, unexpectedSuccesses=1, warnings=1)\n");
  }

  @Test
  void failureOfTheHarness() {
    Project.Run run = Project.of(folder, EXPLAINED, EXPLAINING).run();

    assertThat(run.out()).isEqualTo(golden("failureOfTheHarness"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void colours() {
    Project.Run run = Project.of(folder, JQWIK, GREEN).run("--color", "always");

    assertThat(run.out()).isEqualTo(golden("colours").replace("<", "\u001b["));
  }

  private static String golden(String name) {
    try (var file = OutputTest.class.getResourceAsStream(name + ".txt")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
