// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConformanceTest {
  private static final String PASSES =
      "{'id':'clock-1','steps':[],'trace':[],'final':{'now':0,'pending':[]}}";
  private static final String FAILS =
      "{'id':'clock-2','steps':[],'trace':[],'final':{'now':1,'pending':[]}}";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void play_ownCases_allPass() throws IOException {
    List<String> lines = Conformance.play(OwnCases.FOLDER).lines();

    assertThat(lines).noneMatch(line -> line.startsWith("FAILED"));
    assertThat(OwnCases.kinds())
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            kind ->
                assertThat(lines)
                    .contains(kind + " " + OwnCases.lines(kind).size() + " passed, 0 failed"));
  }

  @Test
  void run_allPass_exitsWithZero() throws IOException {
    write("clock.jsonl", PASSES, PASSES);

    assertThat(run(folder.toString())).isZero();
    assertThat(printed(out)).containsExactly("clock 2 passed, 0 failed", "2 passed, 0 failed");
  }

  @Test
  void run_oneFails_printsBothRecordingsAndExitsWithOne() throws IOException {
    write("clock.jsonl", PASSES, "", FAILS);

    assertThat(run(folder.toString())).isOne();
    assertThat(printed(out))
        .containsExactly(
            "clock 1 passed, 1 failed",
            "FAILED clock-2 (clock.jsonl:3)",
            "  expected trace []",
            "  actual   trace []",
            "  expected final {\"now\":1,\"pending\":[]}",
            "  actual   final {\"now\":0,\"pending\":[]}",
            "1 passed, 1 failed");
  }

  @Test
  void run_kindThatNothingPlays_isNotAFailure() throws IOException {
    write("tea.jsonl", "{'id':'tea-1'}", "{'id':'tea-2'}");

    assertThat(run(folder.toString())).isZero();
    assertThat(printed(out)).containsExactly("tea not supported", "0 passed, 0 failed");
  }

  @Test
  void run_fileNamedForItsKindAndMore_isOfThatKind() throws IOException {
    write("clock-2.jsonl", PASSES);
    write("clock.seed7.jsonl", PASSES);

    assertThat(run(folder.toString())).isZero();
    assertThat(printed(out)).contains("clock 2 passed, 0 failed");
  }

  @Test
  void run_fileWithAnotherName_isOfTheKindThatItsCasesTell() throws IOException {
    write("mixed.jsonl", PASSES, "{'id':'tea-1'}");

    assertThat(run(folder.toString())).isZero();
    assertThat(printed(out))
        .containsExactly("clock 1 passed, 0 failed", "tea not supported", "1 passed, 0 failed");
  }

  @Test
  void run_malformedLine_failsAndTheOthersArePlayed() throws IOException {
    write("clock.jsonl", "{'id':", PASSES);

    assertThat(run(folder.toString())).isOne();
    assertThat(printed(out))
        .startsWith("clock 1 passed, 1 failed")
        .anyMatch(line -> line.startsWith("FAILED clock.jsonl:1 is malformed: not JSON"));
  }

  @Test
  void run_malformedLineOfAKindThatNothingPlays_fails() throws IOException {
    write("tea.jsonl", "nonsense");

    assertThat(run(folder.toString())).isOne();
    assertThat(printed(out)).startsWith("tea 0 passed, 1 failed");
  }

  @Test
  void run_emptyFile_fails() throws IOException {
    write("clock.jsonl", "");

    assertThat(run(folder.toString())).isOne();
    assertThat(printed(out)).contains("FAILED clock.jsonl holds no case");
  }

  @Test
  void run_unreadableFile_fails() throws IOException {
    Files.createDirectory(folder.resolve("clock.jsonl"));

    assertThat(run(folder.toString())).isOne();
    assertThat(printed(out)).anyMatch(line -> line.startsWith("FAILED clock.jsonl cannot be read"));
  }

  @Test
  void run_noSuchFolder_exitsWithTwo() {
    assertThat(run("nowhere")).isEqualTo(2);
    assertThat(printed(err)).containsExactly("conformance: nowhere is not a folder");
  }

  @Test
  void run_folderWithoutCases_exitsWithTwo() {
    assertThat(run(folder.toString())).isEqualTo(2);
    assertThat(printed(err))
        .containsExactly("conformance: " + folder + " has no file whose name ends in .jsonl");
  }

  @Test
  void run_otherArguments_exitsWithTwo() {
    assertThat(run("a", "b")).isEqualTo(2);
    assertThat(printed(err)).containsExactly("usage: verification/conformance [DIR]");
  }

  private int run(String... arguments) {
    return Conformance.run(List.of(arguments), stream(out), stream(err));
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines).replace('\'', '"'));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static List<String> printed(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
