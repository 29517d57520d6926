// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.core.LauncherConfig;

/**
 * The environment of the command.
 *
 * @param ticker nanoseconds since some moment
 * @param seeds supplies a seed if none was given
 * @param variables the environment variables that determine the colours
 * @param terminal whether the output goes to a terminal
 * @param classPath the class path of the JVM
 * @param config which engines and listeners to use
 * @param guard detects a test that ends the process
 */
record CliEnvironment(
    PrintStream out,
    PrintStream err,
    LongSupplier ticker,
    LongSupplier seeds,
    Map<String, String> variables,
    boolean terminal,
    String classPath,
    LauncherConfig config,
    ExitGuard guard) {

  private static final int SEEDS = 1_000_000;

  static CliEnvironment ofThisProcess(ExitGuard guard) {
    return new CliEnvironment(
        System.out,
        System.err,
        System::nanoTime,
        () -> Math.floorMod(System.nanoTime(), SEEDS),
        System.getenv(),
        isTerminal(System.console()),
        System.getProperty("java.class.path", ""),
        LauncherConfig.DEFAULT,
        guard);
  }

  /**
   * Returns whether a console is a terminal. From Java 22 on there may be a console without a
   * terminal.
   */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
