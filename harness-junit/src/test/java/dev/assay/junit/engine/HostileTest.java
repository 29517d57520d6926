// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.hostile.Fails;
import dev.assay.sample.hostile.Hangs;
import dev.assay.sample.hostile.Late;
import dev.assay.sample.hostile.Meddles;
import dev.assay.sample.hostile.Throws;
import dev.assay.sample.hostile.Trap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Trials that do their worst: they fail as they should, and nobody else does. */
final class HostileTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  static Stream<Arguments> runs() {
    return Stream.of(
        Arguments.of(1, List.of(Throws.class)),
        Arguments.of(8, List.of(Throws.class)),
        Arguments.of(1, List.of(Hangs.InTheConstructor.class, Hangs.AfterAllTrials.class)),
        Arguments.of(1, List.of(Meddles.class)),
        Arguments.of(8, List.of(Meddles.class)),
        Arguments.of(1, List.of(Late.ByThreads.class, Late.ByTrials.class)),
        Arguments.of(8, List.of(Hangs.class.getDeclaredClasses())));
  }

  @AfterEach
  void letGo() {
    Trap.open();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void trials_doTheirWorst_failAndOnlyThey(int threads, List<Class<?>> classes) {
    Heard heard = new Heard();

    Assertions.assertTimeoutPreemptively(LONGEST, () -> run(threads, classes, heard));

    assertThat(heard.wrong).isEmpty();
    assertThat(heard.running).isEmpty();
    assertThat(heard.tests).isNotZero();
  }

  private static void run(int threads, List<Class<?>> classes, Heard heard) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                classes.stream()
                    .filter(type -> !type.isSynthetic())
                    .map(DiscoverySelectors::selectClass)
                    .toList())
            .filters(EngineFilter.includeEngines("trial"))
            .configurationParameters(Engine.parallel(threads))
            .configurationParameter("trial.parallel.enabled", String.valueOf(threads > 1))
            .configurationParameter("trial.limit.real", "400ms")
            .configurationParameter("trial.limit.blocking", "200ms")
            .build();
    LauncherFactory.create().execute(request, heard);
  }

  /** What the run has told, compared with what is to be told. */
  private static final class Heard implements TestExecutionListener {
    final List<String> wrong = new ArrayList<>();
    final Map<String, TestIdentifier> running = new TreeMap<>();
    int tests;

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
      running.put(test.getUniqueId(), test);
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
      wrong.add(test.getUniqueId() + " is skipped: " + reason);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (running.remove(test.getUniqueId()) == null) {
        wrong.add(test.getUniqueId() + " ends twice, or does not begin");
      }
      tests += test.isTest() ? 1 : 0;
      String expected = expected(test).orElse("passes");
      String found = result.getThrowable().map(Heard::text).orElse("passes");
      if (!found.startsWith(expected) || found.equals("passes") != expected.equals("passes")) {
        wrong.add(test.getUniqueId() + ": expected " + expected + ", but " + found);
      }
    }

    private static Optional<String> expected(TestIdentifier test) {
      return test.getSource()
          .flatMap(
              source ->
                  source instanceof ClassSource type
                      ? AnnotationSupport.findAnnotation(type.getJavaClass(), Fails.class)
                      : AnnotationSupport.findAnnotation(
                          ((org.junit.platform.engine.support.descriptor.MethodSource) source)
                              .getJavaMethod(),
                          Fails.class))
          .map(Fails::value);
    }

    /** Returns what a report shows. */
    private static String text(Throwable thrown) {
      return thrown.toString().replaceFirst("^dev\\.assay\\.trial\\.[\\w$]+: ", "");
    }
  }
}
