// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the Java in our pages is Java that compiles: each block is a quotation of a source. */
final class DocumentationTest {
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```");

  private static final List<String> SOURCES =
      Repository.modules().stream()
          .flatMap(
              module ->
                  module.name().equals("samples") ? module.sources().stream() : module.tests())
          .map(file -> withoutIndentation(file.text()))
          .toList();

  static Stream<Path> pages() {
    Path root = Repository.root();
    return Stream.concat(
        Stream.of(root.resolve("README.md")),
        Repository.files(root.resolve("docs"), ".md").stream());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_itsJava_isInASourceThatCompiles(Path page) {
    assertThat(unknownBlocks(Repository.text(page), SOURCES)).isEmpty();
  }

  @Test
  void unknownBlocks_quotedWithOtherIndentation_none() {
    assertThat(unknownBlocks("```java\nrun();\n  stop();\n```\n", List.of("{\nrun();\nstop();\n}")))
        .isEmpty();
  }

  @Test
  void unknownBlocks_changedWord_reported() {
    assertThat(unknownBlocks("```java\nrun();\nhalt();\n```\n", List.of("run();\nstop();\n")))
        .containsExactly("run();\nhalt();\n");
  }

  @Test
  void unknownBlocks_partOfALine_reported() {
    assertThat(unknownBlocks("```java\nrun();\n```\n", List.of("rerun();\n"))).hasSize(1);
  }

  private static List<String> unknownBlocks(String page, List<String> sources) {
    return JAVA.matcher(page)
        .results()
        .map((MatchResult block) -> withoutIndentation(block.group(1)))
        .filter(
            block -> sources.stream().noneMatch(source -> ("\n" + source).contains("\n" + block)))
        .toList();
  }

  private static String withoutIndentation(String text) {
    return text.lines().map(String::strip).collect(joining("\n", "", "\n"));
  }
}
