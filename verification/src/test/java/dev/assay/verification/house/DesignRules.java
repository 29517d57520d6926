// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static java.util.stream.Collectors.toCollection;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The rules about the shape of types and packages. */
final class DesignRules {
  /** The one package whose classes are made to be extended by another library. */
  private static final String ASSERTIONS = "dev.assay.junit.assertj";

  private DesignRules() {}

  static List<SourceRule> rules() {
    return List.of(closedClasses(), nullMarked(), argumentErrors());
  }

  private static SourceRule closedClasses() {
    return SourceRule.eachFile(
        "every class is final, abstract or sealed",
        DesignRules::openClasses,
        bad("class Bad {}"),
        bad("final class Bad { static class Inner {} }"),
        bad("sealed class Bad { static non-sealed class Inner extends Bad {} }"),
        bad("class BadAssert extends AbstractAssert<BadAssert, String> {}"),
        Module.planted(
            SourceFile.parse(
                "src/main/java/dev/assay/junit/assertj/Bad.java",
                "package dev.assay.junit.assertj; class Bad extends Listing {}")));
  }

  private static SourceRule nullMarked() {
    return new SourceRule(
        "every package is null-marked",
        DesignRules::unmarkedPackages,
        List.of(
            bad("final class Bad {}"),
            Module.planted(file("Bad", "final class Bad {}"), file("package-info", ""))));
  }

  private static SourceRule argumentErrors() {
    return SourceRule.eachPublishedFile(
        "an argument error says what must be",
        DesignRules::wrongArgumentErrors,
        bad("final class Bad { Object o = new IllegalArgumentException(); }"),
        bad("final class Bad { Object o = new IllegalArgumentException(\"negative: \" + 1); }"),
        bad("final class Bad { Object o = new IllegalArgumentException(\"x must be\"); }"));
  }

  private static SourceFile file(String name, String text) {
    return SourceFile.parse(
        "src/main/java/dev/assay/time/" + name + ".java", "package dev.assay.time;\n" + text);
  }

  private static Module bad(String text) {
    return Module.planted(file("Bad", text));
  }

  private static Stream<String> openClasses(SourceFile file) {
    Set<Modifier> closed = Set.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED);
    return file.all(ClassTree.class)
        .filter(type -> type.getKind() == Tree.Kind.CLASS && !type.getSimpleName().isEmpty())
        .filter(type -> type.getModifiers().getFlags().stream().noneMatch(closed::contains))
        .filter(type -> !isExtendedByJmh(type))
        .filter(type -> !isExtendedByAssertJ(file, type))
        .map(type -> file.problem(type, type.getSimpleName() + " can be extended by anyone"));
  }

  /** JMH generates a subclass of what is annotated so: it cannot be closed. */
  private static boolean isExtendedByJmh(ClassTree type) {
    return type.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("State"));
  }

  /**
   * AssertJ makes a subclass of an assertion that is soft, and users make their own collections.
   */
  private static boolean isExtendedByAssertJ(SourceFile file, ClassTree type) {
    return file.packageName().equals(ASSERTIONS)
        && type.getExtendsClause() != null
        && type.getExtendsClause().toString().matches("\\w+Assert<.*>|AbstractSoftAssertions");
  }

  private static List<String> unmarkedPackages(Module module) {
    Set<String> marked =
        module.sources().stream()
            .filter(
                file -> file.isNamed("package-info.java") && file.text().contains("@NullMarked"))
            .map(SourceFile::packageName)
            .collect(toCollection(TreeSet::new));
    return module.sources().stream()
        .filter(file -> !file.isNamed("module-info.java"))
        .filter(file -> !marked.contains(file.packageName()))
        .map(file -> file.path() + " lies in a package that is not @NullMarked")
        .toList();
  }

  private static Stream<String> wrongArgumentErrors(SourceFile file) {
    return file.all(NewClassTree.class)
        .filter(error -> error.getIdentifier().toString().equals("IllegalArgumentException"))
        .filter(error -> !followsTheGrammar(error))
        .map(error -> file.problem(error, "must read `<what> must <rule>: <actual>`"));
  }

  /** Whether a message has the form; one that is made elsewhere is not judged here. */
  private static boolean followsTheGrammar(NewClassTree error) {
    if (error.getArguments().isEmpty()) {
      return false;
    }
    String text = SourceFile.literalsIn(error.getArguments().get(0));
    return text.isEmpty() || text.matches("(?s).* must .*: .*");
  }
}
