// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.StackSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What build tools print of a failure: the frames that say something. */
final class StacksTest {
  @Test
  void failure_inACallback_hasOnlyFramesOfTheUser() {
    Throwable failure = Engine.failure(Engine.run(StackSamples.Trials.class), "failsInACallback");

    assertThat(failure).hasMessage("wrapped").hasRootCauseMessage("late");
    assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).contains("suppressed");
    assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("wrap");
    assertThat(frames(failure)).hasSizeGreaterThan(3).allMatch(StacksTest::isOfUser);
  }

  @Test
  void exception_thrownByTwoTrials_failsBothWithItsOwnFrames() {
    EngineExecutionResults results = Engine.run(StackSamples.Trials.class);

    for (String name : List.of("one", "two")) {
      Throwable failure = Engine.failure(results, name);
      assertThat(frames(failure)).isNotEmpty().allMatch(StacksTest::isOfUser);
      assertThat(failure).hasMessageEndingWith("shared");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"failsInACallback", "failsAtOnce", "dynamic"})
  void failure_inJupiter_hasOnlyFramesOfTheUser(String name) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(DiscoverySelectors.selectClass(StackSamples.Tests.class))
            .execute();

    assertThat(frames(Engine.failure(results, name))).isNotEmpty().allMatch(StacksTest::isOfUser);
  }

  private static boolean isOfUser(StackTraceElement frame) {
    return frame.getClassName().startsWith(StackSamples.class.getName());
  }

  /** Returns the frames of an exception and of all that it holds. */
  private static List<StackTraceElement> frames(Throwable thrown) {
    List<StackTraceElement> frames = new ArrayList<>(List.of(thrown.getStackTrace()));
    Stream.of(thrown.getSuppressed()).forEach(some -> frames.addAll(frames(some)));
    Stream.ofNullable(thrown.getCause()).forEach(some -> frames.addAll(frames(some)));
    return frames;
  }
}
