// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules about which package may use which. */
final class PackageRules {
  /** The packages of the core; a package uses those before it and none after it. */
  private static final List<String> ORDER =
      List.of("pending", "time", "deferred", "task", "protocol", "reactor", "endpoint", "policy");

  /** The packages that bring trials to their users, each in another way. */
  private static final List<String> DOORS = List.of("engine", "jupiter", "assertj");

  private PackageRules() {}

  static List<ArchitectureRule> rules() {
    return List.of(
        new ArchitectureRule(packageOrder(), arrowsBack()),
        new ArchitectureRule(
            slices().matching("dev.assay.(**)").should().beFreeOfCycles(),
            List.of(
                List.of(
                    "package dev.assay.fake; public class A { dev.assay.fake.net.B b; }",
                    "package dev.assay.fake.net; public class B { dev.assay.fake.A a; }"))),
        new ArchitectureRule(
            onlyUses(core(), with(core(), "java..", "org.jspecify..")),
            List.of(
                List.of(
                    "package dev.assay.fake; public class Fake {}",
                    "package dev.assay.time; class Bad extends dev.assay.fake.Fake {}"),
                List.of("package dev.assay.time; class Bad { org.junit.jupiter.api.Test test; }"))),
        usesCoreOnly("trial", "fake"),
        usesCoreOnly("fake", "trial"),
        usesCoreOnly("contract", "fake"),
        junitOrder(),
        assertjIsOptional());
  }

  /** Annotations know nothing, what is shared knows them, and no door to trials knows another. */
  private static ArchitectureRule junitOrder() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("junit")
            .definedBy("dev.assay.junit")
            .layer("run")
            .definedBy("dev.assay.junit.run");
    for (String door : DOORS) {
      layers = layers.layer(door).definedBy("dev.assay.junit." + door);
    }
    layers = layers.whereLayer("junit").mayNotAccessAnyLayer();
    layers = layers.whereLayer("run").mayOnlyAccessLayers("junit");
    for (String door : DOORS) {
      layers = layers.whereLayer(door).mayOnlyAccessLayers("junit", "run");
    }
    return new ArchitectureRule(
        layers.as("packages for JUnit are used in the order junit <- run <- each door"),
        List.of(
            List.of(
                "package dev.assay.junit.run; public class Later {}",
                "package dev.assay.junit; class Bad { dev.assay.junit.run.Later later; }"),
            List.of(
                "package dev.assay.junit.jupiter; public class Door {}",
                "package dev.assay.junit.engine; class Bad { dev.assay.junit.jupiter.Door d; }")));
  }

  /** A library that is optional must not be linked to by what runs without it. */
  private static ArchitectureRule assertjIsOptional() {
    return new ArchitectureRule(
        noClasses()
            .that()
            .resideInAPackage("dev.assay.junit..")
            .and()
            .resideOutsideOfPackage("dev.assay.junit.assertj")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.assertj.."),
        List.of(
            List.of(
                "package dev.assay.junit.run; class Bad { org.assertj.core.api.SoftAssertions s; }")));
  }

  /**
   * Returns that a module sees the core and no other, such as a certain sibling.
   *
   * <p>Trials know no fake, the fakes know no verdict, and the contract knows no reactor.
   */
  private static ArchitectureRule usesCoreOnly(String name, String sibling) {
    return new ArchitectureRule(
        onlyUses(List.of(pattern(name)), with(core(), pattern(name), "java..", "org.jspecify..")),
        List.of(
            List.of(
                "package dev.assay." + sibling + "; public class Other {}",
                "package dev.assay.%s; class Bad { dev.assay.%s.Other other; }"
                    .formatted(name, sibling)),
            List.of(
                "package dev.assay." + name + "; class Bad { org.junit.jupiter.api.Test test; }")));
  }

  static List<String> core() {
    return ORDER.stream().map(PackageRules::pattern).toList();
  }

  /** Returns what runs in virtual time, or judges what does. */
  static List<String> deterministic() {
    return with(core(), "dev.assay.trial..", "dev.assay.fake..", "dev.assay.contract..");
  }

  private static ArchRule packageOrder() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : ORDER) {
      layers = layers.layer(name).definedBy(pattern(name));
    }
    layers = layers.whereLayer(ORDER.get(0)).mayNotAccessAnyLayer();
    for (int i = 1; i < ORDER.size(); i++) {
      String[] before = ORDER.subList(0, i).toArray(String[]::new);
      layers = layers.whereLayer(ORDER.get(i)).mayOnlyAccessLayers(before);
    }
    return layers.as("packages of the core are used in the order " + String.join(" <- ", ORDER));
  }

  /** Returns, for each package but the last, a class that uses the next. */
  private static List<List<String>> arrowsBack() {
    return IntStream.range(1, ORDER.size())
        .mapToObj(
            i ->
                List.of(
                    "package dev.assay." + ORDER.get(i) + "; public class Later {}",
                    "package dev.assay.%s; class Bad { dev.assay.%s.Later later; }"
                        .formatted(ORDER.get(i - 1), ORDER.get(i))))
        .toList();
  }

  private static ArchRule onlyUses(List<String> packages, List<String> used) {
    return classes()
        .that()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(used.toArray(String[]::new));
  }

  private static String pattern(String name) {
    return "dev.assay." + name + "..";
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
