// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static java.util.stream.Collectors.toCollection;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The rules about the shape of types, packages and modules. */
final class DesignRules {
  /** The greatest part of a module's top-level types that may be public, in percent. */
  private static final int PUBLIC_PERCENT = 70;

  /** Packages whose public types serve the other packages of their module only. */
  private static final List<String> NOT_EXPORTED =
      List.of("dev.assay.junit.engine", "dev.assay.junit.run");

  /** The one package whose classes are made to be extended by another library. */
  private static final String ASSERTIONS = "dev.assay.junit.assertj";

  private DesignRules() {}

  static List<SourceRule> rules() {
    return List.of(closedClasses(), fewPublicTypes(), nullMarked(), exported(), argumentErrors());
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

  private static SourceRule fewPublicTypes() {
    return new SourceRule(
        "public is the exception",
        DesignRules::publicShare,
        List.of(
            bad("public final class Bad {} final class A {} public enum B {} public enum C {}")));
  }

  private static SourceRule nullMarked() {
    return new SourceRule(
        "every package is null-marked",
        DesignRules::unmarkedPackages,
        List.of(
            bad("final class Bad {}"),
            Module.planted(file("Bad", "final class Bad {}"), file("package-info", ""))));
  }

  private static SourceRule exported() {
    return new SourceRule(
        "a module exports to everybody the packages that have public types",
        DesignRules::wrongExports,
        List.of(
            Module.planted(file("Bad", "public final class Bad {}"), descriptor("")),
            Module.planted(
                file("Bad", "final class Bad {}"), descriptor("exports dev.assay.time;"))));
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

  private static SourceFile descriptor(String directives) {
    return SourceFile.parse(
        "src/main/java/module-info.java", "module dev.assay.bad {" + directives + "}");
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

  private static List<String> publicShare(Module module) {
    if (!module.published()) {
      return List.of();
    }
    List<ClassTree> types = module.main().flatMap(DesignRules::topLevelTypes).toList();
    List<ClassTree> open = types.stream().filter(DesignRules::isPublic).toList();
    return open.size() * 100 > types.size() * PUBLIC_PERCENT
        ? List.of(
            open.size() + " of " + types.size() + " types of " + module.name() + " are public")
        : List.of();
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

  private static List<String> wrongExports(Module module) {
    Set<String> exported =
        module
            .main()
            .flatMap(file -> file.all(ExportsTree.class))
            .filter(line -> line.getModuleNames() == null)
            .map(line -> line.getPackageName().toString())
            .collect(toCollection(TreeSet::new));
    Set<String> open =
        module
            .main()
            .filter(file -> topLevelTypes(file).anyMatch(DesignRules::isPublic))
            .map(SourceFile::packageName)
            .collect(toCollection(TreeSet::new));
    NOT_EXPORTED.forEach(open::remove);
    if (!module.published() || open.equals(exported)) {
      return List.of();
    }
    return List.of(module.name() + " exports " + exported + " but has public types in " + open);
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

  private static Stream<ClassTree> topLevelTypes(SourceFile file) {
    return file.unit().getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast);
  }

  private static boolean isPublic(ClassTree type) {
    return type.getModifiers().getFlags().contains(Modifier.PUBLIC);
  }
}
