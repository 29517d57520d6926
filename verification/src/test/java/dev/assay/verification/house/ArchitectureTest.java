// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Shared, so that the class path is indexed once and not for each program. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private static final Pattern TYPE = Pattern.compile("package (\\S+);.*? class (\\w+)");

  private static final JavaClasses OURS =
      new ClassFileImporter().importPaths(Repository.publishedClasses());

  static Stream<ArchitectureRule> rules() {
    return Stream.of(PackageRules.rules(), DeterminismRules.rules()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_ourClasses_holds(ArchitectureRule rule) {
    assertThat(Repository.publishedClasses()).isNotEmpty().allSatisfy(p -> assertThat(p).exists());
    rule.rule().allowEmptyShould(true).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_plantedViolation_bites(ArchitectureRule rule, @TempDir Path folder) throws IOException {
    assertThat(rule.planted()).isNotEmpty();
    for (List<String> program : rule.planted()) {
      JavaClasses classes = compile(program, Files.createTempDirectory(folder, "classes"));
      assertThat(rule.rule().evaluate(classes).hasViolation())
          .as("violated by %s", program)
          .isTrue();
    }
  }

  private static JavaClasses compile(List<String> program, Path folder) throws IOException {
    FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
    List<JavaFileObject> files = program.stream().map(ArchitectureTest::file).toList();
    assertThat(COMPILER.getTask(null, FILES, null, List.of("-proc:none"), null, files).call())
        .isTrue();
    return new ClassFileImporter().importPath(folder);
  }

  private static JavaFileObject file(String source) {
    Matcher type = TYPE.matcher(source);
    assertThat(type.find()).as(source).isTrue();
    String path = type.group(1).replace('.', '/') + "/" + type.group(2) + ".java";
    return SourceFile.inMemory(path, source);
  }
}
