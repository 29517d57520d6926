// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.cli.option.ArgumentParser;
import dev.assay.cli.option.Help;
import dev.assay.cli.option.Options;
import dev.assay.cli.option.UsageException;
import dev.assay.cli.report.ExitCode;
import dev.assay.cli.select.ClassPath;
import dev.assay.cli.select.TestSelection;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/** The command {@code trial}: from arguments to an exit code. */
final class TrialCommand {
  private final CliEnvironment environment;

  TrialCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  ExitCode run(List<String> arguments) {
    try {
      return obey(ArgumentParser.parse(arguments));
    } catch (UsageException e) {
      environment.err().println("trial: " + e.getMessage());
      environment.err().println("trial: see --help for the usage");
      return ExitCode.USAGE;
    } catch (RuntimeException | Error e) {
      environment.err().println("trial: the run was aborted");
      e.printStackTrace(environment.err());
      return ExitCode.BROKEN;
    }
  }

  private ExitCode obey(Options options) {
    switch (options.action()) {
      case HELP -> environment.out().print(Help.TEXT);
      case VERSION -> environment.out().println(Help.version());
      case LIST, RUN -> {
        return withLauncher(options);
      }
    }
    return ExitCode.PASSED;
  }

  private ExitCode withLauncher(Options options) {
    String tooOld = JUnitVersionCheck.problem(TrialCommand.class.getClassLoader());
    if (tooOld != null) {
      environment.err().println("trial: " + tooOld);
      return ExitCode.BROKEN;
    }
    TestSelection selection = TestSelection.of(options, ClassPath.parse(environment.classPath()));
    try (LauncherSession session = LauncherFactory.openSession(environment.config())) {
      if (options.action() == Options.Action.LIST) {
        return new TestRun(environment, options, session.getLauncher(), selection).list();
      }
      ExitCode code = ExitCode.PASSED;
      for (int pass = 1; code == ExitCode.PASSED; pass++) {
        if (options.untilFailure()) {
          environment.out().println((pass == 1 ? "" : "\n") + "Pass " + pass);
        }
        code = new TestRun(environment, options, session.getLauncher(), selection).run();
        if (!options.untilFailure()) {
          return code;
        }
      }
      return code;
    }
  }
}
