// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/** The command {@code trial}: from arguments to an exit code. */
final class TrialCommand {
  private final Surroundings surroundings;

  TrialCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  ExitCode run(List<String> arguments) {
    try {
      return obey(ArgumentParser.parse(arguments));
    } catch (UsageException e) {
      surroundings.err().println("trial: " + e.getMessage());
      surroundings.err().println("trial: --help tells how it is used");
      return ExitCode.USAGE;
    } catch (RuntimeException | Error e) {
      surroundings.err().println("trial: the run broke off");
      e.printStackTrace(surroundings.err());
      return ExitCode.BROKEN;
    }
  }

  private ExitCode obey(Options options) {
    switch (options.action()) {
      case HELP -> surroundings.out().print(Help.TEXT);
      case VERSION -> surroundings.out().println(Help.version());
      case LIST, RUN -> {
        return withLauncher(options);
      }
    }
    return ExitCode.PASSED;
  }

  private ExitCode withLauncher(Options options) {
    String tooOld = JUnitVersion.problem(TrialCommand.class.getClassLoader());
    if (tooOld != null) {
      surroundings.err().println("trial: " + tooOld);
      return ExitCode.BROKEN;
    }
    Question question = Question.of(options, ClassPath.parse(surroundings.classPath()));
    try (LauncherSession session = LauncherFactory.openSession(surroundings.config())) {
      if (options.action() == Options.Action.LIST) {
        return new TestRun(surroundings, options, session.getLauncher(), question).list();
      }
      ExitCode code = ExitCode.PASSED;
      for (int pass = 1; code == ExitCode.PASSED; pass++) {
        if (options.untilFailure()) {
          surroundings.out().println((pass == 1 ? "" : "\n") + "Pass " + pass);
        }
        code = new TestRun(surroundings, options, session.getLauncher(), question).run();
        if (!options.untilFailure()) {
          return code;
        }
      }
      return code;
    }
  }
}
