// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.cli.report.ExitCode;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program behind the command {@code trial}.
 *
 * @since 0.1
 */
public final class Main {
  /** The logger of the engines' remarks on tests. The command prints those itself. */
  private static final Logger REMARKS =
      Logger.getLogger("org.junit.platform.launcher.core.DiscoveryIssueNotifier");

  private Main() {}

  /**
   * Runs the named tests, and ends the process with a code for the outcome.
   *
   * @param args options and names, as {@code --help} describes them
   */
  public static void main(String[] args) {
    REMARKS.setLevel(Level.OFF);
    ExitGuard guard = new ExitGuard();
    guard.arm();
    ExitCode code = new TrialCommand(CliEnvironment.ofThisProcess(guard)).run(List.of(args));
    guard.exit(code);
  }
}
