// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
      List.of(
          "pending",
          "time",
          "deferred",
          "task",
          "protocol",
          "reactor",
          "endpoint",
          "policy",
          "trial");

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
        fakeUses(),
        contractUses());
  }

  private static ArchitectureRule fakeUses() {
    return new ArchitectureRule(
        onlyUses(
            List.of("dev.assay.fake.."),
            with(core(), "dev.assay.fake..", "java..", "org.jspecify..")),
        List.of(
            List.of("package dev.assay.fake; class Bad { org.junit.jupiter.api.Test test; }"),
            List.of(
                "package dev.assay.contract; public class Check {}",
                "package dev.assay.fake; class Bad { dev.assay.contract.Check check; }")));
  }

  /** The contract knows no reactor, the fake one included. */
  private static ArchitectureRule contractUses() {
    return new ArchitectureRule(
        onlyUses(
            List.of("dev.assay.contract.."),
            with(core(), "dev.assay.contract..", "java..", "org.jspecify..")),
        List.of(
            List.of(
                "package dev.assay.fake; public class Fake {}",
                "package dev.assay.contract; class Bad { dev.assay.fake.Fake fake; }"),
            List.of("package dev.assay.contract; class Bad { org.junit.jupiter.api.Test test; }")));
  }

  static List<String> core() {
    return ORDER.stream().map(PackageRules::pattern).toList();
  }

  static List<String> coreAndFake() {
    return with(core(), "dev.assay.fake..", "dev.assay.contract..");
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
