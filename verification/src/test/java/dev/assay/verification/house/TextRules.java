// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import java.util.List;
import java.util.stream.Stream;

/** The rules about how a file reads. */
final class TextRules {
  private static final String SPDX = "// SPDX-License-Identifier: Apache-2.0";

  private static final int LINES_PER_FILE = 500;
  private static final int LINES_PER_METHOD = 30;

  private TextRules() {}

  static List<SourceRule> rules() {
    return List.of(
        licence(), shortFiles(), shortMethods(), nothingLeftToDo(), imports(), authors());
  }

  private static SourceRule licence() {
    return SourceRule.eachFile(
        "every file starts with its licence",
        file ->
            file.text().startsWith(SPDX + "\n")
                ? Stream.of()
                : Stream.of(file.path() + ":1 must be " + SPDX),
        bad("package dev.assay.time;\n"),
        bad("\n" + SPDX + "\npackage dev.assay.time;\n"));
  }

  private static SourceRule shortFiles() {
    return SourceRule.eachFile(
        "a file has at most 500 lines",
        TextRules::fileLength,
        bad("\n".repeat(LINES_PER_FILE) + "final class Bad {}\n"));
  }

  private static SourceRule shortMethods() {
    String lines = "{\n" + "run();\n".repeat(LINES_PER_METHOD + 1) + "}";
    return SourceRule.eachFile(
        "a method has at most 30 lines",
        TextRules::methodLength,
        bad("final class Bad { void run() " + lines + " }"),
        bad("final class Bad { Bad() " + lines + " }"),
        bad("final class Bad { static " + lines + " }"));
  }

  private static SourceRule nothingLeftToDo() {
    return SourceRule.eachFile(
        "nothing is left to do",
        file -> file.linesMatching("\\b(T[O]DO|F[I]XME|X[X]X)\\b", "leaves work").stream(),
        bad("// T" + "ODO: later\nfinal class Bad {}"),
        bad("/** F" + "IXME */\nfinal class Bad {}"));
  }

  private static SourceRule imports() {
    return SourceRule.eachFile(
        "an import names what it imports",
        TextRules::wildcards,
        bad("import java.util.*;\nfinal class Bad {}"),
        bad("import static java.util.List.*;\nfinal class Bad {}"));
  }

  private static SourceRule authors() {
    return SourceRule.eachFile(
        "the authors are in the history",
        file -> file.linesMatching("\\* @[a]uthor\\b", "names an author").stream(),
        bad("/**\n * A thing.\n *\n * @" + "author Somebody\n */\nfinal class Bad {}"));
  }

  private static Module bad(String text) {
    return Module.planted(SourceFile.parse("src/main/java/dev/assay/time/Bad.java", text));
  }

  private static Stream<String> fileLength(SourceFile file) {
    long lines = file.text().lines().count();
    return lines > LINES_PER_FILE
        ? Stream.of(file.path() + " has " + lines + " lines")
        : Stream.of();
  }

  private static Stream<String> methodLength(SourceFile file) {
    Stream<BlockTree> bodies =
        Stream.concat(
            file.all(MethodTree.class).map(MethodTree::getBody),
            file.all(ClassTree.class)
                .flatMap(type -> type.getMembers().stream())
                .filter(BlockTree.class::isInstance)
                .map(BlockTree.class::cast));
    return bodies
        .filter(body -> body != null && linesIn(file, body) > LINES_PER_METHOD)
        .map(body -> file.problem(body, "has " + linesIn(file, body) + " lines in one method"));
  }

  /** Returns how many lines lie between the braces. */
  private static long linesIn(SourceFile file, BlockTree body) {
    return file.lastLine(body) - file.firstLine(body) - 1;
  }

  private static Stream<String> wildcards(SourceFile file) {
    return file.all(ImportTree.class)
        .filter(line -> line.getQualifiedIdentifier().toString().endsWith(".*"))
        .map(line -> file.problem(line, "imports everything"));
  }
}
