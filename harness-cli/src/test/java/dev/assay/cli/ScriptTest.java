// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script of the repository, in a copy of its layout, with a Maven and a Java that only tell.
 */
final class ScriptTest {
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "$*" >> maven.log
      echo '[INFO] Scanning for projects...'
      echo '[INFO] Building Module one 0.1.0-SNAPSHOT                         [1/2]'
      [[ ! -e fail ]] || { echo '[ERROR] cannot compile'; exit 1; }
      for module in harness-cli one two; do
        mkdir -p "$module/target/classes" "$module/target/test-classes"
        touch "$module.jar"
        echo "$PWD/$module.jar" > "$module/target/trial.classpath"
      done
      """;

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "in ${PWD##*/}"
      printf '%s\\n' "$@"
      exit 7
      """;

  @TempDir private Path folder;
  private Path root;

  /**
   * What has come of a run: its exit code, what it has printed, and what it has said beside that.
   */
  private record Ended(int code, String output, String said) {}

  @BeforeEach
  void copy() throws IOException {
    root = Files.createDirectories(folder.resolve("a repository"));
    Path script = Path.of("..", "trial");
    Files.copy(script, root.resolve("trial"));
    executable("jdk/bin/java", JAVA);
    executable("bin/mvn", MAVEN);
    file("pom.xml");
    file("one/pom.xml");
    file("harness-cli/src/test/java/cli/CliTest.java");
    file("harness-cli/src/main/java/cli/Cli.java");
    file("one/src/test/java/com/acme/OneTest.java");
    file("one/src/test/java/com/acme/SharedTest.java");
    file("two/src/test/java/com/acme/SharedTest.java");
    file("two/src/test/java/com/acme/two/TwoTest.java");
    file("two/src/main/java/com/acme/Main.java");
  }

  @Test
  void module_runsInItsFolderWithItsClassPath() throws Exception {
    Ended ended = trial("one", "-x", "--color", "never", "--scan", "more", "-z7");

    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.output().lines())
        .startsWith("in one")
        .endsWith(
            "-cp",
            "target/test-classes:target/classes:%1$s/one.jar:%1$s/harness-cli/target/classes:%1$s/harness-cli.jar"
                .formatted(root.toRealPath()),
            "dev.assay.cli.Main",
            "--scan",
            "target/test-classes",
            "-x",
            "--color=never",
            "--scan=more",
            "-z7",
            "--");
  }

  @Test
  void name_inOneModuleOnly_findsIt() throws Exception {
    assertThat(trial("OneTest#test").output().lines())
        .startsWith("in one")
        .endsWith("--", "OneTest#test");
    assertThat(trial("com.acme.two").output()).startsWith("in two\n");
    assertThat(trial("com.acme.two.TwoTest$Inner").output()).startsWith("in two\n");
    assertThat(trial("TwoTest", "SharedTest").output()).startsWith("in two\n");
    assertThat(trial("one", "SharedTest").output().lines())
        .startsWith("in one")
        .endsWith("--", "SharedTest");
  }

  @Test
  void mistake_isExplained() throws Exception {
    assertThat(trial())
        .isEqualTo(
            new Ended(
                4,
                "",
                "trial: name a module (harness-cli one two), a package, a class or Class#method;"
                    + " see --help\n"));
    assertThat(trial("SharedTest"))
        .isEqualTo(
            new Ended(
                4,
                "",
                "trial: more than one module has tests named SharedTest; name one first: one two\n"));
    assertThat(trial("one", "two"))
        .isEqualTo(new Ended(4, "", "trial: one module at a time: one two\n"));
    assertThat(root.resolve("maven.log")).doesNotExist();
  }

  @Test
  void name_nowhere_isForTheProgramToExplain() throws Exception {
    trial("one");

    assertThat(trial("OnTest").output().lines())
        .startsWith("in harness-cli")
        .endsWith("--scan", root.toRealPath() + "/two/target/test-classes", "--list", "OnTest");
    assertThat(trial("*Test", "com.acme.[ot]*").output().lines())
        .startsWith("in harness-cli")
        .endsWith("--list", "*Test", "com.acme.[ot]*");
  }

  @Test
  void name_thatIsEmpty_isForTheProgramToExplain() throws Exception {
    assertThat(trial("").output().lines()).startsWith("in harness-cli").endsWith("--list", "");
  }

  @Test
  void link_toTheScript_runsItWhereItIs() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("trial"));

    assertThat(run(link, "one").output()).startsWith("in one\n");
  }

  @Test
  void help_isThatOfTheProgram() throws Exception {
    assertThat(trial("one", "--help").output().lines())
        .startsWith("in harness-cli")
        .endsWith("dev.assay.cli.Main", "--help");
  }

  @Test
  void build_nothingChanged_isNotRepeated() throws Exception {
    trial("one");
    trial("one");

    assertThat(builds()).hasSize(1);
    assertThat(builds().get(0)).contains("-pl one,harness-cli -am").contains("test-compile");
  }

  @Test
  void build_sourceChangedOrDeletedOrCleaned_isRepeated() throws Exception {
    trial("one");
    touch("two/src/main/java/com/acme/Main.java");
    trial("one");
    assertThat(builds()).as("another module, whose classes may be used").hasSize(2);
    touch("two/src/test/java/com/acme/SharedTest.java");
    trial("one");
    assertThat(builds()).as("tests of another module").hasSize(2);
    touch("one/src/test/java/com/acme/OneTest.java");
    trial("one");
    assertThat(builds()).as("its own tests").hasSize(3);
    Files.delete(root.resolve("one/src/test/java/com/acme/SharedTest.java"));
    touch("one/src/test/java/com/acme");
    trial("one");
    assertThat(builds()).as("a test that is gone").hasSize(4);
    Files.delete(root.resolve("harness-cli/target/trial.classpath"));
    trial("one");
    assertThat(builds()).as("nothing is built").hasSize(5);
    Files.delete(root.resolve("two.jar"));
    trial("one");
    assertThat(builds()).as("another module that it does not need is cleaned").hasSize(5);
    Files.delete(root.resolve("one.jar"));
    trial("one");
    assertThat(builds()).as("something on its class path is gone").hasSize(6);
  }

  @Test
  void build_saysWhatItDoes() throws Exception {
    assertThat(trial("one").said())
        .isEqualTo("trial: building one, and what it needs\ntrial: Module one (1 of 2)\n");
    assertThat(trial("one").said()).isEmpty();
  }

  @Test
  void build_thatFails_isBrokenAndTriedAgain() throws Exception {
    file("fail");

    Ended ended = trial("one");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.said()).endsWith("trial: the build failed\ncannot compile\n");

    Files.delete(root.resolve("fail"));
    assertThat(trial("one").code()).isEqualTo(7);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("maven.log"));
  }

  private Ended trial(String... arguments) throws IOException, InterruptedException {
    return run(root.resolve("trial"), arguments);
  }

  private Ended run(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(said.toFile());
    builder.directory(root.toFile());
    builder.environment().merge("PATH", root.resolve("bin") + ":", (path, bin) -> bin + path);
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output, Files.readString(said));
  }

  private void file(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  /** Makes a file the only one that is newer than the last build. */
  private void touch(String path) throws IOException {
    Instant built = Instant.EPOCH.plusSeconds(100);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each : files.toList()) {
        Files.setLastModifiedTime(each, FileTime.from(built.minusSeconds(1)));
      }
    }
    Files.setLastModifiedTime(root.resolve("one/target/trial.stamp"), FileTime.from(built));
    Files.setLastModifiedTime(root.resolve(path), FileTime.from(built.plusSeconds(1)));
  }

  private void executable(String path, String text) throws IOException {
    file(path);
    Files.setPosixFilePermissions(
        Files.writeString(root.resolve(path), text), fromString("rwxr-xr-x"));
  }
}
