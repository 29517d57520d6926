// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.Trials;
import java.util.stream.Collectors;

/** A program that logs an error in a trial, and prints what is wrong with that. */
final class LoggingProgram {
  private LoggingProgram() {}

  /** Logs by the system that is named first. */
  public static void main(String... arguments) {
    IllegalStateException sad = new IllegalStateException("sad");
    TrialOutcome outcome =
        Trials.run(
            trial -> {
              switch (arguments[0]) {
                case "Logback" -> Logback.log(sad);
                case "Log4j" -> Log4j.log(sad);
                default -> System.getLogger("scene").log(System.Logger.Level.ERROR, "sad", sad);
              }
            });
    System.out.println("verdict: " + codes(outcome));
  }

  private static String codes(TrialOutcome outcome) {
    return outcome instanceof TrialOutcome.Failed failed
        ? failed.problems().stream()
            .map(problem -> ((TrialError) problem).code().toString())
            .collect(Collectors.joining(", "))
        : "passed";
  }

  /** What is loaded only if SLF4J is there. */
  private static final class Logback {
    static void log(Throwable error) {
      org.slf4j.LoggerFactory.getLogger("scene").error("sad", error);
    }
  }

  /** What is loaded only if Log4j is there. */
  private static final class Log4j {
    static void log(Throwable error) {
      org.apache.logging.log4j.LogManager.getLogger("scene").error("sad", error);
    }
  }
}
