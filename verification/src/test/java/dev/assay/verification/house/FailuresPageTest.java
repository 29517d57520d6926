// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the page about failures has a paragraph for every code, and none for another. */
final class FailuresPageTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^## (A-[A-Z-]+)$");
  private static final Pattern CODE = Pattern.compile("\\bA-[A-Z]+(-[A-Z]+)*\\b");

  private final List<String> codes =
      Arrays.stream(FailureCode.values()).map(FailureCode::toString).toList();

  @Test
  void page_hasAParagraphForEachCode_inTheOrderOfTheEnum() {
    assertThat(HEADING.matcher(page()).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(codes);
  }

  @Test
  void paragraph_ofEachCode_tellsTheCauseAndTheFix() {
    String[] paragraphs = page().split("(?m)^## ", -1);
    assertThat(paragraphs).hasSize(codes.size() + 1);
    assertThat(Arrays.stream(paragraphs).skip(1))
        .allSatisfy(text -> assertThat(text).containsOnlyOnce("*Usually:*"))
        .allSatisfy(text -> assertThat(text).containsOnlyOnce("*Fix:*"));
  }

  @Test
  void texts_nameCodesThatExist() throws IOException {
    List<String> named = new ArrayList<>();
    for (Path file : textFiles()) {
      CODE.matcher(Repository.text(file)).results().map(MatchResult::group).forEach(named::add);
    }
    assertThat(named).isNotEmpty().isSubsetOf(codes);
  }

  private static List<Path> textFiles() throws IOException {
    Path golden = Repository.root().resolve("fake-reactor/src/test/resources/failures");
    try (Stream<Path> files = Files.list(golden)) {
      return Stream.concat(files.sorted(), Stream.of(Repository.root().resolve("docs/failures.md")))
          .toList();
    }
  }

  private static String page() {
    return Repository.text(Repository.root().resolve("docs/failures.md"));
  }
}
