// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SourceRulesTest {
  private static final List<Module> MODULES = Repository.modules();

  static Stream<SourceRule> rules() {
    return Stream.of(
            TextRules.rules(),
            DocumentationRules.rules(),
            DesignRules.rules(),
            ExportRules.rules(),
            StaticRules.rules(),
            TestRules.rules())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_ourSources_holds(SourceRule rule) {
    assertThat(MODULES).isNotEmpty();
    assertThat(MODULES.stream().flatMap(module -> problems(rule, module))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_plantedViolation_bites(SourceRule rule) {
    assertThat(rule.planted())
        .isNotEmpty()
        .allSatisfy(module -> assertThat(problems(rule, module)).isNotEmpty());
  }

  private static Stream<String> problems(SourceRule rule, Module module) {
    return rule.check().apply(module).stream().map(problem -> module.name() + "/" + problem);
  }
}
