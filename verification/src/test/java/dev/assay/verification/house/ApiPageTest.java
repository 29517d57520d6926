// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the page about the public types has each of them, with somebody who uses it. */
final class ApiPageTest {
  private static final Path PAGE = Repository.root().resolve("docs/api.md");
  private static final Pattern COMMENT =
      Pattern.compile("(?s)/\\*\\*(.*?)\\*/(?:\\s*@[^\\n]*)*\\s*public ");

  /** The samples and the pages, in the order in which they are searched for a type. */
  private static final List<User> USERS =
      Stream.of(
              Repository.files(Repository.root().resolve("samples/src/main"), ".java"),
              Repository.files(Repository.root().resolve("samples/src/test"), ".java"),
              List.of(Repository.root().resolve("README.md")),
              Repository.files(Repository.root().resolve("docs"), ".md"))
          .flatMap(List::stream)
          .filter(file -> !file.equals(PAGE))
          .map(file -> new User(file, ExportRules.words(Repository.text(file))))
          .toList();

  @Test
  void page_itsTypes_areThoseThatModulesExport() {
    String page = Repository.text(PAGE);

    assertThat(page.substring(page.indexOf("\n## ") + 1)).isEqualTo(types());
  }

  /** Returns the end of the page: a heading for each package, and a table of its types. */
  private static String types() {
    StringBuilder text = new StringBuilder();
    for (Module module : Repository.modules()) {
      if (module.published()) {
        ExportRules.exported(module).forEach(name -> text.append(table(module, name)).append('\n'));
      }
    }
    return text.substring(0, text.length() - 1);
  }

  private static String table(Module module, String name) {
    StringBuilder table =
        new StringBuilder("## `%s` (`%s`)\n\n".formatted(name, module.name()))
            .append("| type | is | used in |\n|---|---|---|\n");
    ExportRules.publicTypes(module, name)
        .forEach(
            file ->
                table.append(
                    "| `%s` | %s | %s |\n"
                        .formatted(ExportRules.nameOf(file), sentence(file), user(file))));
    return table.toString();
  }

  /** Returns the first sentence of the comment of a type, as plain text. */
  private static String sentence(SourceFile file) {
    Matcher comment = COMMENT.matcher(file.text());
    assertThat(comment.find()).as(file.path()).isTrue();
    String text = comment.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").strip();
    String first = text.replaceAll("(?s)(\\.|:)(\\s.*|$)", "").replaceAll("<p>.*", "");
    return first
        .replaceAll("\\{@(?:link|code|linkplain)\\s+([^}]*?)\\}", "$1")
        .replace('#', '.')
        .replaceAll("\\s+", " ")
        .replace("|", "\\|");
  }

  /** Returns a link to a sample or a page that names a type, or says what else needs it. */
  private static String user(SourceFile file) {
    return USERS.stream()
        .filter(user -> user.words().contains(ExportRules.nameOf(file)))
        .findFirst()
        .map(user -> link(user.file()))
        .orElse("signatures of other types");
  }

  private static String link(Path user) {
    String path = Repository.root().relativize(user).toString().replace('\\', '/');
    String name = path.substring(path.lastIndexOf('/') + 1);
    String target = path.startsWith("docs/") ? name : "../" + path;
    return "[%s](%s)".formatted(name.replaceAll("\\.(java|md)$", ""), target);
  }

  /**
   * A sample or a page.
   *
   * @param words every word in it
   */
  private record User(Path file, Set<String> words) {}
}
