// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One run of one tool on one project.
 *
 * @param name what is compared with what: {@code surefire/3.2.5} with {@code surefire.txt}
 * @param folder what the run left: its exit code, its log, and reports somewhere below
 */
record Cell(String name, Path folder) {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  /** Returns the kind of run; all cells of a kind must report the same. */
  String kind() {
    return name.replaceFirst("/.*", "");
  }

  /**
   * Returns what the run came to, in lines.
   *
   * @throws IOException if it cannot be read
   */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("exit " + Files.readString(folder.resolve("exit")).strip());
    lines.addAll(ToolReport.read(folder).lines());
    String evidence = evidence();
    for (String version : VERSION.matcher(name).results().map(MatchResult::group).toList()) {
      if (!Pattern.compile("[-:]" + Pattern.quote(version) + "(:|\\.jar)")
          .matcher(evidence)
          .find()) {
        lines.add("nothing of version " + version + " ran");
      }
    }
    return lines;
  }

  /** Returns the text that names the plugins and jars that ran. */
  private String evidence() throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(folder.resolve("log")));
    for (Path file : ToolReport.files(folder)) {
      text.append(Files.readString(file));
    }
    return text.toString();
  }
}
