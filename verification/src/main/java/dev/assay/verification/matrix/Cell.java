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
 * @param name its kind and what sets it apart: {@code surefire-3.6.1/junit-6.1.3}
 * @param folder what the run left: its exit code, its log, and reports somewhere below
 */
record Cell(String name, Path folder) {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  /** What Maven says of all tests together; of a single class it also says the time. */
  private static final Pattern TOTALS =
      Pattern.compile("(?m)^\\[\\w+\\] (Tests run: (?!.*Time elapsed).*)$");

  /** What each of our doors says if JUnit is too old; after that it says which JUnit there is. */
  private static final Pattern TOO_OLD =
      Pattern.compile("(?:trials need|this command needs) JUnit [^:]* or later");

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
    String log = Files.readString(folder.resolve("log"));
    TOTALS.matcher(log).results().map(found -> found.group(1)).forEach(lines::add);
    TOO_OLD.matcher(log).results().map(MatchResult::group).distinct().forEach(lines::add);
    ToolReport report = ToolReport.read(folder);
    lines.addAll(report.lines());
    lines.addAll(report.needlessFrames());
    lines.addAll(missingVersions(log));
    return lines;
  }

  /** Returns a complaint for each version in the name of which no plugin and no jar has run. */
  private List<String> missingVersions(String log) throws IOException {
    StringBuilder evidence = new StringBuilder(log);
    for (Path file : ToolReport.files(folder)) {
      evidence.append(Files.readString(file));
    }
    return VERSION
        .matcher(name)
        .results()
        .map(MatchResult::group)
        .filter(version -> !ran(version).matcher(evidence).find())
        .map(version -> "nothing of version " + version + " ran")
        .toList();
  }

  private static Pattern ran(String version) {
    return Pattern.compile("[-:]" + Pattern.quote(version) + "(:|\\.jar)");
  }
}
