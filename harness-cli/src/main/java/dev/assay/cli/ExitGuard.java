// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.cli.report.ExitCode;
import dev.assay.cli.report.Traces;
import dev.assay.junit.engine.TrialEngine;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A shutdown hook that turns {@code System.exit(0)}, called by a test, into an error.
 *
 * <p>Without it, the run would end there and look as if it had passed. The engine's own hook does
 * not cover this: it holds back the exits of trials only, while they are run, and by it the run
 * goes on; here, a test of any engine has ended the run, and what is known so far is printed. The
 * engine reads the stacks for both. A signal, such as Ctrl-C, ends the process as usual.
 */
final class ExitGuard {
  private final Thread hook = new Thread(this::judge, "trial-exit-guard");
  private final AtomicReference<Consumer<String>> lastWords =
      new AtomicReference<>(
          where -> System.err.println("trial: System.exit was called at " + where));

  /** Registers the guard, which acts when this process ends. */
  void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Ends the process now, even if a trial has called exit and is being held back. */
  void exit(ExitCode code) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      Runtime.getRuntime().halt(code.value());
    }
    System.exit(code.value());
  }

  /** Sets the last action when a test has called exit. It receives the place of that call. */
  void onExit(Consumer<String> report) {
    lastWords.set(report);
  }

  private void judge() {
    TrialEngine.exitOutsideTrials().ifPresent(this::halt);
  }

  private void halt(StackTraceElement caller) {
    try {
      lastWords.get().accept(Traces.plain(caller));
    } finally {
      Runtime.getRuntime().halt(ExitCode.BROKEN.value());
    }
  }
}
