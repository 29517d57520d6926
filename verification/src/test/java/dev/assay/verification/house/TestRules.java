// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The rules about our own tests. */
final class TestRules {
  private static final Set<String> TEST_ANNOTATIONS =
      Set.of("Test", "Trial", "ParameterizedTest", "TestFactory", "Property", "Example");

  private static final Set<String> UNSTEADY = Set.of("Disabled", "RepeatedTest");
  private static final String UNSTEADY_CALL = "(.*\\.)?(sleep|assume(True|False|That|ingThat))";

  /** Classes that a test runs to see what becomes of them: no tests of ours. */
  private static final String SAMPLES =
      ".*(Samples|Mistakes|Trial)\\.java|.*/(sample/.*|mistakes/Correct\\w+)\\.java";

  /** Code that has to be interrupted: nobody waits a day for something to have happened. */
  private static final String BAIT = "TimeUnit.DAYS.sleep";

  private TestRules() {}

  static List<SourceRule> rules() {
    return List.of(
        SourceRule.eachTestFile(
            "a test is where the build looks for it",
            TestRules::unrunTests,
            bad("Bad", "final class Bad { @Test void run() {} }"),
            bad("Bad", "final class Bad { @Trial void run() {} }"),
            bad("BadTests", "final class BadTests { @Property void run() {} }")),
        SourceRule.eachTestFile(
            "a test class is not public",
            TestRules::publicTests,
            bad("BadTest", "public final class BadTest {}")),
        SourceRule.eachTestFile(
            "a test never sleeps, retries or skips",
            TestRules::unsteadyTests,
            bad("BadTest", "final class BadTest { void run() { Thread.sleep(1); } }"),
            bad("BadTest", "final class BadTest { @Test @Disabled void run() {} }"),
            bad("BadTest", "final class BadTest { @RepeatedTest(9) void run() {} }"),
            bad("BadTest", "final class BadTest { void run() { assumeTrue(false); } }")));
  }

  private static Module bad(String name, String text) {
    return Module.planted(SourceFile.parse("src/test/java/dev/assay/time/" + name + ".java", text));
  }

  private static Stream<String> unrunTests(SourceFile file) {
    if (file.path().matches(".*(Test|Properties)\\.java|" + SAMPLES)) {
      return Stream.of();
    }
    return file.all(AnnotationTree.class)
        .filter(annotation -> TEST_ANNOTATIONS.contains(annotation.getAnnotationType().toString()))
        .map(annotation -> file.problem(annotation, "is never run: its file must end in Test"));
  }

  private static Stream<String> unsteadyTests(SourceFile file) {
    if (file.path().matches(SAMPLES)) {
      return Stream.of();
    }
    Stream<AnnotationTree> annotations =
        file.all(AnnotationTree.class)
            .filter(tree -> UNSTEADY.contains(tree.getAnnotationType().toString()));
    Stream<MethodInvocationTree> calls =
        file.all(MethodInvocationTree.class)
            .filter(tree -> tree.getMethodSelect().toString().matches(UNSTEADY_CALL))
            .filter(tree -> !tree.getMethodSelect().toString().equals(BAIT));
    return Stream.concat(annotations, calls)
        .map(tree -> file.problem(tree, tree + " sleeps, retries or skips"));
  }

  private static Stream<String> publicTests(SourceFile file) {
    return file.all(ClassTree.class)
        .filter(type -> type.getSimpleName().toString().matches("\\w+(Test|Properties)"))
        .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
        .map(type -> file.problem(type, type.getSimpleName() + " is public"));
  }
}
