// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether each link in our pages leads to a file of the repository, and to a heading in it. */
final class LinksTest {
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  static Stream<Path> pages() {
    Path root = Repository.root();
    return Stream.of(
            Stream.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md")),
            Repository.files(root.resolve("docs"), ".md").stream(),
            Stream.of(root.resolve("samples/README.md")))
        .flatMap(files -> files);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_itsLinks_leadSomewhere(Path page) {
    assertThat(deadLinks(page)).isEmpty();
  }

  @Test
  void deadLinks_fileOrHeadingIsMissing_reported(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("there.md"), "# A `Heading`, two words\n");
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        "[a](there.md) [b](there.md#a-heading-two-words) [c](gone.md) [d](there.md#gone)"
            + " [e](#gone) [f](https://example.org/gone)");

    assertThat(deadLinks(page)).containsExactly("](gone.md)", "](there.md#gone)", "](#gone)");
  }

  private static List<String> deadLinks(Path page) {
    return LINK.matcher(Repository.text(page))
        .results()
        .filter(link -> !leadsSomewhere(page, link))
        .map(MatchResult::group)
        .toList();
  }

  private static boolean leadsSomewhere(Path page, MatchResult link) {
    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    return Files.exists(target) && (link.group(2) == null || hasHeading(target, link.group(2)));
  }

  private static boolean hasHeading(Path page, String anchor) {
    return HEADING
        .matcher(Repository.text(page))
        .results()
        .anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
  }

  /** Returns the name by which a heading is linked to. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
