// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule about sources, with the violations that show it bite.
 *
 * @param check the problems of a module, one line each
 * @param planted modules that break the rule and would be legal Java otherwise
 */
record SourceRule(String name, Function<Module, List<String>> check, List<Module> planted) {

  /** Returns a rule about each file, main or test. */
  static SourceRule eachFile(
      String name, Function<SourceFile, Stream<String>> check, Module... planted) {
    return new SourceRule(
        name, module -> module.sources().stream().flatMap(check).toList(), List.of(planted));
  }

  /** Returns a rule about each file that users get. */
  static SourceRule eachPublishedFile(
      String name, Function<SourceFile, Stream<String>> check, Module... planted) {
    return new SourceRule(
        name,
        module -> module.published() ? module.main().flatMap(check).toList() : List.of(),
        List.of(planted));
  }

  /** Returns a rule about each test source. */
  static SourceRule eachTestFile(
      String name, Function<SourceFile, Stream<String>> check, Module... planted) {
    return new SourceRule(name, module -> module.tests().flatMap(check).toList(), List.of(planted));
  }

  @Override
  public String toString() {
    return name;
  }
}
