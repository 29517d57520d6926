// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A Java source file, parsed but not resolved.
 *
 * @param path where it is, from the folder of its module, with forward slashes
 */
record SourceFile(String path, String text, CompilationUnitTree unit, DocTrees trees) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Shared, so that the class path is indexed once. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  static SourceFile parse(String path, String text) {
    return parse(Collections.singletonMap(path, text)).get(0);
  }

  /** Parses the texts of files, given by their paths, in one run of the compiler. */
  static List<SourceFile> parse(Map<String, String> texts) {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    texts.forEach((path, text) -> files.add(inMemory(path, text)));
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, FILES, problems, List.of("-proc:none"), null, files);
    try {
      Iterator<? extends CompilationUnitTree> units = task.parse().iterator();
      if (!problems.getDiagnostics().isEmpty()) {
        throw new AssertionError("these do not parse: " + problems.getDiagnostics());
      }
      DocTrees trees = DocTrees.instance(task);
      List<SourceFile> parsed = new ArrayList<>();
      texts.forEach((path, text) -> parsed.add(new SourceFile(path, text, units.next(), trees)));
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a file object the compiler can read without a file. */
  static JavaFileObject inMemory(String path, String text) {
    return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @Override
  public String toString() {
    return path;
  }

  boolean isTest() {
    return path.startsWith("src/test/");
  }

  boolean isNamed(String fileName) {
    return path.endsWith("/" + fileName);
  }

  String packageName() {
    return unit.getPackage() == null ? "" : unit.getPackage().getPackageName().toString();
  }

  /** Returns every node of a kind, in the order of the source. */
  <T extends Tree> Stream<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree node, @Nullable Void unused) {
        if (kind.isInstance(node)) {
          found.add(kind.cast(node));
        }
        return super.scan(node, null);
      }
    }.scan(unit, null);
    return found.stream();
  }

  /** Returns the documentation comment of a declaration, or an empty text. */
  String documentation(Tree declaration) {
    String comment = trees.getDocComment(TreePath.getPath(unit, declaration));
    return comment == null ? "" : comment;
  }

  long firstLine(Tree node) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, node));
  }

  long lastLine(Tree node) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, node));
  }

  /** Returns one line of a report, pointing at the node. */
  String problem(Tree node, String what) {
    return path + ":" + firstLine(node) + " " + what;
  }

  /** Returns the lines that match, as lines of a report. */
  List<String> linesMatching(String regex, String what) {
    List<String> lines = text.lines().toList();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(".*(" + regex + ").*")) {
        found.add(path + ":" + (i + 1) + " " + what);
      }
    }
    return found;
  }

  /** Returns all string literals below a node, joined in the order of the source. */
  static String literalsIn(Tree node) {
    List<String> literals = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
        if (literal.getValue() instanceof String string) {
          literals.add(string);
        }
        return null;
      }
    }.scan(node, null);
    return literals.stream().collect(joining());
  }
}
