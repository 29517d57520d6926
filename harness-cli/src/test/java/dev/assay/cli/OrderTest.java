// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.report.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options do that decide which tests run when: -x, -u and -z. */
final class OrderTest {
  @TempDir private Path folder;

  @Test
  void exitFirst_failure_stopsEveryEngine() {
    Project.Run run =
        Project.of(
                folder,
                jupiter("ATest", "@Test void a() {}"),
                jupiter("BTest", "@Test void fails() { Assertions.fail(\"stop\"); }"),
                jqwik("CTest", "@Example void c() {} @Example void d() {}"),
                jupiter("DTest", "@Test void e() {} @Test @Disabled void f() {}"))
            .run("-x");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).endsWith("FAILED (failures=1, notRun=4, successes=1)\n");
  }

  @Test
  void exitFirst_failureInsideAClassOfJupiter_stopsThere() {
    String ordered =
        """
        package com.acme;
        import org.junit.jupiter.api.*;
        @TestMethodOrder(MethodOrderer.MethodName.class)
        class ATest {
          @Test void a() {}
          @Test void b() { Assertions.fail(); }
          @Test void c() {}
        }
        """;

    assertThat(Project.of(folder, ordered).run("-x").out())
        .endsWith("FAILED (failures=1, notRun=1, successes=1)\n");
  }

  @Test
  void exitFirst_failureOfATrial_stopsThere() {
    String trials =
        trials(
            "ATest",
            """
            @Trial void a() { throw new AssertionError(); }
            @Trial void b() { throw new AssertionError(); }
            """);

    assertThat(Project.of(folder, trials).run("-x").out())
        .endsWith("FAILED (failures=1, notRun=1)\n");
  }

  @Test
  void exitFirst_failureOfJqwik_stopsTheOthers() {
    Project.Run run =
        Project.of(
                folder,
                jqwik("ATest", "@Example void a() { throw new AssertionError(); }"),
                jupiter("BTest", "@Test void b() {}"))
            .run("--exit-first");

    assertThat(run.out()).endsWith("FAILED (failures=1, notRun=1)\n");
  }

  @Test
  void exitFirst_failureAroundTests_stopsToo() {
    Project.Run run =
        Project.of(
                folder,
                jupiter(
                    "ATest",
                    "@BeforeAll static void all() { Assertions.fail(); } @Test void a() {}"),
                jupiter("BTest", "@Test void b() {}"))
            .run("-x");

    assertThat(run.out()).endsWith("FAILED (errors=1, notRun=2)\n");
  }

  @Test
  void exitFirst_noFailure_runsAll() {
    Project.Run run =
        Project.of(
                folder,
                jupiter("ATest", "@Test void a() {}"),
                jqwik("BTest", "@Example void b() {}"))
            .run("-x");

    assertThat(run.out()).endsWith("PASSED (successes=2)\n");
  }

  @Test
  void untilFailure_thirdPassFails_isTheLast() {
    Project.Run run =
        Project.of(
                folder,
                jupiter(
                    "ATest",
                    "static int passes; @Test void a() { Assertions.assertTrue(++passes < 3); }"))
            .run("-u");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out().lines().filter(line -> line.matches("Pass \\d|PASSED.*|FAILED.*")))
        .containsExactly(
            "Pass 1",
            "PASSED (successes=1)",
            "Pass 2",
            "PASSED (successes=1)",
            "Pass 3",
            "FAILED (failures=1)");
  }

  @Test
  void untilFailure_noTests_stops() {
    Project.Run run = Project.of(folder, jupiter("ATest", "void a() {}")).run("-u");

    assertThat(run.code()).isEqualTo(ExitCode.NO_TESTS);
    assertThat(run.out()).startsWith("Pass 1\n").doesNotContain("Pass 2");
  }

  @Test
  void random_seedOfItsOwn_isPrintedFirstAndLastAndNewInEachPass() {
    Project.Run run =
        Project.of(
                folder,
                jupiter(
                    "ATest",
                    "static int passes; @Test void a() { Assertions.assertTrue(++passes < 2); }"))
            .run("-u", "-z");

    assertThat(run.out())
        .startsWith("Pass 1\nShuffled with -z42\n")
        .contains(", shuffled with -z42\n\nPASSED")
        .contains("\n\nPass 2\nShuffled with -z43\n")
        .contains(", shuffled with -z43\n\nFAILED");
  }

  @Test
  void random_sameSeed_givesTheSameOrderOfClassesAndMethods() {
    Project project = manyTests();

    List<String> order = order(project, 7);
    assertThat(order).hasSize(24);
    assertThat(order(project, 7)).isEqualTo(order);
    assertThat(project.run("-z7", "--list").out().lines()).containsExactlyElementsOf(order);
  }

  @Test
  void random_manySeeds_giveManyOrdersAcrossEngines() {
    Project project = manyTests();
    List<List<String>> orders =
        IntStream.range(0, 6).mapToObj(seed -> order(project, seed)).distinct().toList();

    assertThat(orders).hasSizeGreaterThan(4);
    assertThat(orders.stream().map(order -> order.get(0).contains("Properties")).distinct())
        .as("whether the first class is jqwik's")
        .containsExactlyInAnyOrder(true, false);
    assertThat(
            orders.stream()
                .map(order -> order.stream().filter(name -> name.contains(".ATest#")).toList())
                .distinct())
        .as("orders inside a class of Jupiter")
        .hasSizeGreaterThan(1);
    assertThat(
            orders.stream()
                .map(order -> order.stream().filter(name -> name.contains(".ATrial#")).toList())
                .distinct())
        .as("orders inside a class of trials")
        .hasSizeGreaterThan(1);
  }

  @Test
  void random_newSeedInEachPass_runsEachTrialOnceInItsOrder() {
    Project project =
        Project.of(
            folder,
            trials(
                "ATest",
                """
                static int passes;
                @Trial void a() {} @Trial void b() {} @Trial void c() {} @Trial void d() {}
                @Trial void e() {} @Trial void f() {} @Trial void g() {}
                @Trial void fails() { if (++passes == 3) throw new AssertionError(); }
                """));

    List<List<String>> seeded =
        IntStream.range(42, 45).mapToObj(seed -> order(project, seed)).toList();

    assertThat(seeded).doesNotHaveDuplicates();
    assertThat(project.run("-u", "-z").out().lines().filter(line -> line.matches("    \\w.*]")))
        .map(line -> "com.acme.ATest#" + line.strip().replaceAll("\\W.*", ""))
        .containsExactlyElementsOf(seeded.stream().flatMap(List::stream).toList())
        .hasSize(24);
  }

  private Project manyTests() {
    String methods = "@Test void a() {} @Test void b() {} @Test void c() {} @Test void d() {}";
    String examples = "@Example void a() {} @Example void b() {}";
    return Project.of(
        folder,
        jupiter("ATest", methods),
        jupiter("BTest", methods),
        jupiter("CTest", methods),
        trials("ATrial", methods.replace("@Test", "@Trial")),
        trials("BTrial", methods.replace("@Test", "@Trial")),
        jqwik("AProperties", examples),
        jqwik("BProperties", examples));
  }

  private static List<String> order(Project project, int seed) {
    return project.run("--list", "-z" + seed).out().lines().toList();
  }

  private static String jupiter(String name, String body) {
    return """
        package com.acme;
        import org.junit.jupiter.api.*;
        class %s { %s }
        """
        .formatted(name, body);
  }

  private static String trials(String name, String body) {
    return """
        package com.acme;
        import dev.assay.junit.Trial;
        class %s { %s }
        """
        .formatted(name, body);
  }

  private static String jqwik(String name, String body) {
    return """
        package com.acme;
        import net.jqwik.api.*;
        class %s { %s }
        """
        .formatted(name, body);
  }
}
