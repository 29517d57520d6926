// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Ledger;
import dev.assay.trial.TrialOutcome;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trials in a JVM that has no logging system but the JDK's, or one of the two that are optional.
 */
final class LoggingSystemsTest {
  private static final List<Class<?>> ASSAY =
      List.of(TrialOutcome.class, Ledger.class, NullMarked.class);
  private static final List<Class<?>> LOGBACK =
      List.of(
          ch.qos.logback.classic.Logger.class,
          ch.qos.logback.core.Appender.class,
          org.slf4j.Logger.class);
  private static final List<Class<?>> LOG4J =
      List.of(org.apache.logging.log4j.core.Logger.class, org.apache.logging.log4j.Logger.class);

  @ParameterizedTest
  @CsvSource({
    "JDK, false, false",
    "JDK, true, false",
    "Logback, false, false",
    "Logback, true, false",
    "Logback, true, true",
    "Log4j, false, false",
    "Log4j, true, false",
    "Log4j, true, true"
  })
  void loggedError_failsTheTrial(String system, boolean assayIsModule, boolean systemIsModule)
      throws Exception {
    List<Class<?>> logging =
        switch (system) {
          case "Logback" -> LOGBACK;
          case "Log4j" -> LOG4J;
          default -> List.of();
        };
    List<Class<?>> modules = new ArrayList<>(assayIsModule ? ASSAY : List.of());
    modules.addAll(systemIsModule ? logging : List.of());
    List<Class<?>> others = new ArrayList<>(List.of(LoggingProgram.class));
    others.addAll(assayIsModule ? List.of() : ASSAY);
    others.addAll(systemIsModule ? List.of() : logging);
    assertThat(output(system, paths(modules), paths(others)))
        .containsOnlyOnce("verdict: A-LOGGED-ERROR");
  }

  private static String paths(List<Class<?>> types) {
    return types.stream()
        .map(LoggingSystemsTest::path)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String path(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String output(String system, String modules, String classes) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (!modules.isEmpty()) {
      command.addAll(List.of("--module-path", modules, "--add-modules", "ALL-MODULE-PATH"));
    }
    Stream.of("--class-path", classes, LoggingProgram.class.getName(), system)
        .forEach(command::add);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
