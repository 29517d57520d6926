// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class MistakesPageTest {
  @Test
  void page_listsEachMistakeOnce() throws IOException {
    assertThat(Files.readAllLines(Path.of("../docs/mistakes.md")))
        .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| mistake |"))
        .containsExactlyElementsOf(MistakeCase.all().stream().map(MistakesPageTest::row).toList());
  }

  private static String row(MistakeCase mistake) {
    String code = mistake.code();
    String verdict =
        code.isEmpty()
            ? "the trial's own exception"
            : "[%s](failures.md#%s)".formatted(code, code.toLowerCase(Locale.ROOT));
    return "| %s | %s | %s |"
        .formatted(mistake.mistake().value(), verdict, mistake.mistake().elsewhere());
  }
}
