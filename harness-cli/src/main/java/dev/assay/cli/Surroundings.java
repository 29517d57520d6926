// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.core.LauncherConfig;

/**
 * All that the command has from outside.
 *
 * @param ticker nanoseconds since some moment
 * @param seeds where a seed comes from that nobody gave
 * @param environment the variables that say whether to print in colours
 * @param terminal whether a person looks at what is printed
 * @param classPath the class path, as the JVM was given it
 * @param config which engines and listeners there are
 * @param guard what notices a test that ends the process
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    LongSupplier ticker,
    LongSupplier seeds,
    Map<String, String> environment,
    boolean terminal,
    String classPath,
    LauncherConfig config,
    ExitGuard guard) {

  private static final int SEEDS = 1_000_000;

  static Surroundings ofThisProcess(ExitGuard guard) {
    return new Surroundings(
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

  /** From Java 22 on there is a console also where there is no terminal. */
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
