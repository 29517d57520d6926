// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrimmedTracesTest {
  private static final String JUNIT = "org.junit.platform.commons.util.ReflectionUtils";
  private static final String ENGINE = "dev.assay.junit.engine.TrialExecution";
  private static final String THREAD = "java.lang.Thread";

  @Test
  void belowTheTrial_everythingFromTheRunnerOn_goes() {
    assertThat(
            trimmed(
                "com.acme.ATest",
                "jdk.internal.reflect.DirectMethodHandleAccessor",
                "java.lang.reflect.Method",
                JUNIT,
                ENGINE,
                "java.util.concurrent.FutureTask",
                THREAD))
        .containsExactly("com.acme.ATest");
  }

  @Test
  void betweenFramesOfUsers_onlyTheHarnessGoes() {
    assertThat(
            trimmed(
                "com.acme.Client",
                "dev.assay.deferred.CallbackChain",
                "io.reactivex.Single",
                "org.junit.jupiter.api.AssertThrows",
                "java.util.Optional",
                "dev.assay.fake.FakeReactor",
                "com.acme.ATest",
                ENGINE))
        .containsExactly(
            "com.acme.Client",
            "io.reactivex.Single",
            "org.junit.jupiter.api.AssertThrows",
            "java.util.Optional",
            "com.acme.ATest");
  }

  @Test
  void whereSomethingIsThrown_everythingStays() {
    assertThat(
            trimmed(
                "java.util.Objects",
                "dev.assay.deferred.Deferred",
                "org.assertj.core.api.AbstractAssert",
                "com.acme.ATest",
                ENGINE))
        .containsExactly(
            "java.util.Objects",
            "dev.assay.deferred.Deferred",
            "org.assertj.core.api.AbstractAssert",
            "com.acme.ATest");
  }

  @Test
  void calledByTheJdkForTheHarness_theJdkStays() {
    assertThat(
            trimmed(
                "com.acme.ATest",
                "java.util.concurrent.CompletableFuture",
                "dev.assay.deferred.Stages",
                ENGINE,
                THREAD))
        .containsExactly("com.acme.ATest", "java.util.concurrent.CompletableFuture");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.ATest java.lang.reflect.Method java.lang.Thread",
        "com.acme.ATest org.junit.platform.commons.util.ReflectionUtils java.lang.Thread",
        "dev.assay.deferred.Deferred dev.assay.junit.engine.TrialExecution java.lang.Thread",
        "com.acme.ATest",
        "",
      })
  void withoutATrialBelowAUsersFrame_nothingGoes(String stack) {
    String[] frames = stack.isEmpty() ? new String[0] : stack.split(" ");

    assertThat(trimmed(frames)).containsExactly(frames);
  }

  @Test
  void trim_causesAndSuppressed_areTrimmedAndKept() {
    Exception cause = thrown("com.acme.Cause", ENGINE);
    Exception suppressed = thrown("com.acme.Suppressed", ENGINE);
    Exception error = thrown("com.acme.ATest", ENGINE);
    error.initCause(cause);
    error.addSuppressed(suppressed);

    TrimmedTraces.trim(error);

    assertThat(error).hasCause(cause).hasSuppressedException(suppressed);
    assertThat(Stream.of(error, cause, suppressed).map(TrimmedTracesTest::frames))
        .containsExactly(
            List.of("com.acme.ATest"), List.of("com.acme.Cause"), List.of("com.acme.Suppressed"));
  }

  @Test
  void trim_thrownByTwoTrials_theSecondTimeChangesNothing() {
    Exception shared =
        thrown("com.acme.Constants", "dev.assay.fake.FakeReactor", "com.acme.ATest", ENGINE);

    TrimmedTraces.trim(shared);
    StackTraceElement[] once = shared.getStackTrace();
    TrimmedTraces.trim(shared);

    assertThat(shared.getStackTrace()).isEqualTo(once).hasSize(2);
  }

  @Test
  void trim_nothing_doesNothing() {
    TrimmedTraces.trim(null);
  }

  private static List<String> trimmed(String... classes) {
    StackTraceElement[] stack = thrown(classes).getStackTrace();
    return Stream.of(TrimmedTraces.trimmed(stack)).map(StackTraceElement::getClassName).toList();
  }

  private static Exception thrown(String... classes) {
    Exception thrown = new Exception("planted");
    thrown.setStackTrace(
        Arrays.stream(classes).map(TrimmedTracesTest::frame).toArray(StackTraceElement[]::new));
    return thrown;
  }

  private static StackTraceElement frame(String type) {
    String module = type.startsWith("java.") || type.startsWith("jdk.") ? "java.base" : null;
    return new StackTraceElement(null, module, null, type, "method", "File.java", 1);
  }

  private static List<String> frames(Throwable thrown) {
    return Stream.of(thrown.getStackTrace()).map(StackTraceElement::getClassName).toList();
  }
}
