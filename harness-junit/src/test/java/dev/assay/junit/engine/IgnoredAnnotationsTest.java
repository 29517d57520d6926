// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.IgnoredAnnotationSamples;
import dev.assay.sample.LinkSamples;
import dev.assay.trial.TrialContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

final class IgnoredAnnotationsTest {
  private static final String NOT_COUNTED = ", which applies to Jupiter's tests and not to trials";
  private static final String BY_JUPITER =
      "; to fix it, use a @Test with TrialExtension, or remove it";

  @Test
  void annotations_thatTrialsIgnore_areWarnedOf() {
    assertThat(issues(IgnoredAnnotationSamples.OnAll.class))
        .allMatch(issue -> issue.severity() == DiscoveryIssue.Severity.WARNING)
        .extracting(DiscoveryIssue::message)
        .containsExactlyInAnyOrder(
            "the class OnAll has @TestMethodOrder" + NOT_COUNTED + BY_JUPITER,
            "the class Base has @ExtendWith" + NOT_COUNTED + BY_JUPITER,
            "the interface Contract has @TestClassOrder" + NOT_COUNTED + BY_JUPITER,
            "the field shared has @TempDir"
                + NOT_COUNTED
                + "; to fix it, use TrialContext.temporaryDirectory()",
            "the method before has @Timeout" + NOT_COUNTED + "; to fix it, use @TimeLimit",
            "the trial elsewhere has @EnabledOnOs"
                + NOT_COUNTED
                + "; to fix it, use Assumptions.assumeTrue(...)",
            "the trial quick has @Loop (@Timeout)" + NOT_COUNTED + "; to fix it, use @TimeLimit",
            "the trial quick has @Order" + NOT_COUNTED + BY_JUPITER);
  }

  @Test
  void warnings_pointAtWhatIsAnnotated() {
    String type = IgnoredAnnotationSamples.OnAll.class.getName();
    String outer = IgnoredAnnotationSamples.class.getName();

    assertThat(issues(IgnoredAnnotationSamples.OnAll.class))
        .extracting(issue -> issue.source().orElseThrow())
        .containsOnly(
            ClassSource.from(type),
            ClassSource.from(outer + "$Base"),
            ClassSource.from(outer + "$Contract"),
            MethodSource.from(type, "before", ""),
            MethodSource.from(type, "elsewhere", ""),
            MethodSource.from(type, "quick", ""));
  }

  @Test
  void annotations_thatAreInherited_areWarnedOfOnce() {
    String parent = IgnoredAnnotationSamples.class.getName() + "$Parent";

    assertThat(issues(IgnoredAnnotationSamples.One.class, IgnoredAnnotationSamples.Other.class))
        .extracting(issue -> issue.source().orElseThrow())
        .containsExactlyInAnyOrder(
            ClassSource.from(parent),
            ClassSource.from(parent),
            ClassSource.from(IgnoredAnnotationSamples.Other.class),
            MethodSource.from(parent, "after", ""),
            MethodSource.from(parent, "inherited", ""),
            MethodSource.from(parent, "inherited", TrialContext.class.getName()));
  }

  @Test
  void annotation_thatCannotBeLookedAt_isPassedOver() throws Exception {
    Class<?> type = new LinkSamples.Loader().loadClass(LinkSamples.Annotated.class.getName());

    assertThat(issues(type))
        .extracting(DiscoveryIssue::message)
        .containsExactly(
            "the class Annotated has @Timeout" + NOT_COUNTED + "; to fix it, use @TimeLimit");
    Engine.run(type).testEvents().assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void annotations_thatCountForTrials_areNot() {
    assertThat(issues(IgnoredAnnotationSamples.Counted.class)).isEmpty();
  }

  @Test
  void annotations_ofAClassWithTestsOfJupiter_areForThose() {
    assertThat(issues(IgnoredAnnotationSamples.Mixed.class))
        .extracting(DiscoveryIssue::message)
        .containsExactlyInAnyOrder(
            "the trial trial has @Timeout" + NOT_COUNTED + "; to fix it, use @TimeLimit",
            "the class OfTrials has @TestClassOrder" + NOT_COUNTED + BY_JUPITER);
  }

  @Test
  void settingsOfTrials_onFixtures_areWarnedOf() {
    String counts = ", which applies to trials, their classes and packages";

    assertThat(issues(IgnoredAnnotationSamples.OursOnFixtures.class))
        .extracting(DiscoveryIssue::message)
        .containsExactlyInAnyOrder(
            "the method beforeAll has @Strict"
                + counts
                + "; to fix it, put it on the class, or on its trials",
            "the method after has @TimeLimit"
                + counts
                + "; to fix it, put it on the class, or on its trials");
  }

  @Test
  void oneInstanceForAClass_isWarnedOf() {
    assertThat(issues(IgnoredAnnotationSamples.OneInstance.class))
        .extracting(DiscoveryIssue::message)
        .containsExactly(
            "the class OneInstance has @TestInstance"
                + NOT_COUNTED
                + "; to fix it, make shared fields static: each trial has an instance of its own");
  }

  private static List<DiscoveryIssue> issues(Class<?>... types) {
    return Engine.select(types).discover().getDiscoveryIssues();
  }
}
