// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.UnheededSamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

final class UnheededTest {
  private static final String NOT_HEEDED = ", which counts for Jupiter's tests and not for trials";
  private static final String BY_JUPITER =
      "; to mend it, use a @Test with TrialExtension, or remove it";

  @Test
  void annotations_thatTrialsDoNotHeed_areWarnedOf() {
    assertThat(issues(UnheededSamples.OnAll.class))
        .allMatch(issue -> issue.severity() == DiscoveryIssue.Severity.WARNING)
        .extracting(DiscoveryIssue::message)
        .containsExactlyInAnyOrder(
            "the class OnAll has @TestMethodOrder" + NOT_HEEDED + BY_JUPITER,
            "the class Base has @ExtendWith" + NOT_HEEDED + BY_JUPITER,
            "the interface Contract has @ResourceLock" + NOT_HEEDED + BY_JUPITER,
            "the field shared has @TempDir"
                + NOT_HEEDED
                + "; to mend it, use TrialContext.temporaryDirectory()",
            "the method before has @Timeout" + NOT_HEEDED + "; to mend it, use @TimeLimit",
            "the trial elsewhere has @EnabledOnOs"
                + NOT_HEEDED
                + "; to mend it, use Assumptions.assumeTrue(...)",
            "the trial quick has @Loop (@Timeout)" + NOT_HEEDED + "; to mend it, use @TimeLimit",
            "the trial quick has @Order" + NOT_HEEDED + BY_JUPITER);
  }

  @Test
  void warnings_pointAtTheTrialOrItsClass() {
    Class<?> type = UnheededSamples.OnAll.class;

    assertThat(issues(type))
        .extracting(issue -> issue.source().orElseThrow())
        .containsOnly(
            ClassSource.from(type),
            MethodSource.from(type.getName(), "elsewhere", ""),
            MethodSource.from(type.getName(), "quick", ""));
  }

  @Test
  void annotations_thatTrialsHeed_areNot() {
    assertThat(issues(UnheededSamples.Heeded.class)).isEmpty();
  }

  @Test
  void annotations_ofAClassWithTestsOfJupiter_areForThose() {
    assertThat(issues(UnheededSamples.Mixed.class))
        .extracting(DiscoveryIssue::message)
        .containsExactlyInAnyOrder(
            "the trial trial has @Timeout" + NOT_HEEDED + "; to mend it, use @TimeLimit",
            "the class OfTrials has @ResourceLock" + NOT_HEEDED + BY_JUPITER);
  }

  private static List<DiscoveryIssue> issues(Class<?> type) {
    return Engine.select(type).discover().getDiscoveryIssues();
  }
}
