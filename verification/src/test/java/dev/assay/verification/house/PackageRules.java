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
      List.of(
          "pending",
          "stack",
          "ledger",
          "time",
          "call",
          "deferred",
          "task",
          "tls",
          "protocol",
          "process",
          "reactor",
          "reactor.rules",
          "endpoint",
          "policy");

  /** The packages of the fakes, in the same order; on top of them stands {@code fake} itself. */
  private static final List<String> FAKE_ORDER =
      List.of("bytes", "event", "timeline", "network", "protocol");

  /** The packages of trials, in the same order. */
  private static final List<String> TRIAL_ORDER =
      List.of(
          "dev.assay.trial.error",
          "dev.assay.trial",
          "dev.assay.trial.report",
          "dev.assay.trial.thread",
          "dev.assay.trial.log",
          "dev.assay.trial.run");

  /** The packages of the contract, in the same order. */
  private static final List<String> CONTRACT_ORDER =
      List.of(
          "dev.assay.contract.certificate",
          "dev.assay.contract.subject",
          "dev.assay.contract.rig",
          "dev.assay.contract.peer",
          "dev.assay.contract.stream",
          "dev.assay.contract.datagram",
          "dev.assay.contract.time",
          "dev.assay.contract.reactor",
          "dev.assay.contract.process",
          "dev.assay.contract");

  /**
   * The packages of the reactor on Netty, in the same order; on top stands {@code netty} itself.
   */
  private static final List<String> NETTY_ORDER =
      List.of(
          "dev.assay.netty.socket",
          "dev.assay.netty.loop",
          "dev.assay.netty.name",
          "dev.assay.netty.thread",
          "dev.assay.netty.stream",
          "dev.assay.netty.datagram",
          "dev.assay.netty.descriptor",
          "dev.assay.netty.process",
          "dev.assay.netty");

  /** The packages of the conformance to Twisted, in the same order. */
  private static final List<String> CONFORMANCE_ORDER =
      List.of(
          "dev.assay.verification.conformance.language",
          "dev.assay.verification.conformance.deferred",
          "dev.assay.verification.conformance.time",
          "dev.assay.verification.conformance.protocol",
          "dev.assay.verification.conformance.trial",
          "dev.assay.verification.conformance");

  /** The packages of the engine for JUnit, in the same order. */
  private static final List<String> ENGINE_ORDER =
      List.of(
          "dev.assay.junit.run",
          "dev.assay.junit.engine.declared",
          "dev.assay.junit.engine.thread",
          "dev.assay.junit.engine");

  /** The packages of the command, in the same order. */
  private static final List<String> COMMAND_ORDER =
      List.of(
          "dev.assay.cli.option", "dev.assay.cli.select", "dev.assay.cli.report", "dev.assay.cli");

  /** The packages of the logging systems that a trial listens to, if they are there. */
  private static final List<String> LOGGING =
      List.of("ch.qos.logback..", "org.apache.logging..", "org.slf4j..");

  /** The packages that bring trials to their users, each in another way. */
  private static final List<String> DOORS = List.of("engine", "jupiter", "assertj");

  /** The face of the fakes, whose package has all others of theirs below it. */
  private static final String FAKE = "dev.assay.fake";

  private PackageRules() {}

  static List<ArchitectureRule> rules() {
    return Stream.concat(orders(), relations()).toList();
  }

  /** Returns the order of the packages within each module. */
  private static Stream<ArchitectureRule> orders() {
    List<String> fakes = FAKE_ORDER.stream().map(name -> "dev.assay.fake." + name).toList();
    return Stream.of(
        packageOrder("the core", ORDER.stream().map(name -> "dev.assay." + name).toList()),
        packageOrder("the fakes", with(fakes, FAKE)),
        packageOrder("trials", TRIAL_ORDER),
        packageOrder("the contract", CONTRACT_ORDER),
        packageOrder("the reactor on Netty", NETTY_ORDER),
        packageOrder("the conformance", CONFORMANCE_ORDER),
        packageOrder("the engine", ENGINE_ORDER),
        packageOrder("the command", COMMAND_ORDER));
  }

  /** Returns what else the packages of some modules may use. */
  private static Stream<ArchitectureRule> relations() {
    return Stream.of(
        new ArchitectureRule(
            slices().matching("dev.assay.(**)").should().beFreeOfCycles(),
            List.of(
                List.of(
                    "package dev.assay.fake; public class A { dev.assay.fake.net.B b; }",
                    "package dev.assay.fake.net; public class B { dev.assay.fake.A a; }"))),
        new ArchitectureRule(
            onlyUses(core(), with(core(), "java..", "javax.net.ssl..", "org.jspecify..")),
            List.of(
                List.of(
                    "package dev.assay.fake; public class Fake {}",
                    "package dev.assay.time; class Bad extends dev.assay.fake.Fake {}"),
                List.of("package dev.assay.time; class Bad { org.junit.jupiter.api.Test test; }"))),
        usesCoreOnly("trial", "fake", LOGGING),
        usesCoreOnly("fake", "trial", List.of()),
        usesCoreOnly("contract", "fake", List.of()),
        usesCoreOnly("netty", "fake", List.of("io.netty..", "javax.net.ssl..")),
        nettyIsHidden(),
        junitOrder(),
        assertjIsOptional(),
        loggingIsOptional());
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
      layers = layers.layer(door).definedBy("dev.assay.junit." + door + "..");
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
                "package dev.assay.junit.engine; class Bad { dev.assay.junit.jupiter.Door d; }"),
            List.of(
                "package dev.assay.junit.assertj; public class Door {}",
                "package dev.assay.junit.engine.thread;"
                    + " class Bad { dev.assay.junit.assertj.Door d; }")));
  }

  /** Only the reactor on Netty knows Netty. */
  private static ArchitectureRule nettyIsHidden() {
    return new ArchitectureRule(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.assay.netty..", "dev.assay.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty.."),
        List.of(
            List.of("package dev.assay.fake; class Bad { io.netty.channel.Channel channel; }")));
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

  /** The logging systems are seen by the one package that links to them when they are there. */
  private static ArchitectureRule loggingIsOptional() {
    return new ArchitectureRule(
        noClasses()
            .that()
            .resideInAPackage("dev.assay..")
            .and()
            .resideOutsideOfPackage("dev.assay.trial.log")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LOGGING.toArray(String[]::new)),
        List.of(
            List.of("package dev.assay.trial.run; class Bad { org.slf4j.ILoggerFactory f; }"),
            List.of(
                "package dev.assay.trial; class Bad { org.apache.logging.log4j.Logger logger; }")));
  }

  /**
   * Returns that a module sees the core and no other, such as a certain sibling.
   *
   * <p>Trials know no fake, the fakes know no verdict, and the contract knows no reactor.
   *
   * @param libraries what else it may see
   */
  private static ArchitectureRule usesCoreOnly(
      String name, String sibling, List<String> libraries) {
    List<String> used = with(core(), pattern(name), "java..", "org.jspecify..");
    return new ArchitectureRule(
        onlyUses(List.of(pattern(name)), with(used, libraries.toArray(String[]::new))),
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

  /** Returns that each package uses those before it and none after it. */
  private static ArchitectureRule packageOrder(String what, List<String> order) {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : order) {
      boolean holdsOthers = order.stream().anyMatch(other -> other.startsWith(name + "."));
      layers = layers.layer(name).definedBy(holdsOthers ? name : name + "..");
    }
    layers = layers.whereLayer(order.get(0)).mayNotAccessAnyLayer();
    for (int i = 1; i < order.size(); i++) {
      String[] before = order.subList(0, i).toArray(String[]::new);
      layers = layers.whereLayer(order.get(i)).mayOnlyAccessLayers(before);
    }
    return new ArchitectureRule(
        layers.as("packages of " + what + " are used in the order " + String.join(" <- ", order)),
        arrowsBack(order));
  }

  /** Returns, for each package but the last, a class that uses the next. */
  private static List<List<String>> arrowsBack(List<String> order) {
    return IntStream.range(1, order.size())
        .mapToObj(
            i ->
                List.of(
                    "package " + order.get(i) + "; public class Later {}",
                    "package %s; class Bad { %s.Later later; }"
                        .formatted(order.get(i - 1), order.get(i))))
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
