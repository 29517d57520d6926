// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.FailureCode;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the page about failures has a paragraph for every code, and none for another. */
final class FailuresPageTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^## (A-[A-Z-]+)$");
  private static final Pattern CODE = Pattern.compile("\\bA-[A-Z]+(-[A-Z]+)*\\b");

  private static final Path PAGE = Repository.root().resolve("docs/failures.md");

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
  void texts_nameCodesThatExist() {
    List<String> named = new ArrayList<>();
    for (Path file : goldenFiles()) {
      named.addAll(codesIn(file));
    }
    named.addAll(codesIn(PAGE));
    assertThat(named).isSubsetOf(codes);
  }

  @Test
  void code_ofEachKind_beginsAGoldenFile() {
    assertThat(goldenFiles())
        .extracting(file -> Repository.text(file).split(":", 2)[0])
        .containsAll(codes);
  }

  private static List<String> codesIn(Path file) {
    return CODE.matcher(Repository.text(file)).results().map(MatchResult::group).toList();
  }

  /** Returns the texts that tests compare with those of real failures. */
  private static List<Path> goldenFiles() {
    return Stream.of("fake-reactor", "harness-junit")
        .map(module -> Repository.root().resolve(module + "/src/test/resources/failures"))
        .flatMap(folder -> Stream.of(Objects.requireNonNull(folder.toFile().listFiles())))
        .map(File::toPath)
        .sorted()
        .toList();
  }

  private static String page() {
    return Repository.text(PAGE);
  }
}
