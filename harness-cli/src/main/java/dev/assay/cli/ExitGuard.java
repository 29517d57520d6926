// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.junit.engine.TrialEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A shutdown hook that turns {@code System.exit(0)}, called by a test, into an error.
 *
 * <p>Without it, the run would end there and look as if it had passed. A signal, such as Ctrl-C,
 * ends the process as usual. A trial that exits is left to the engine: the trial fails, and the run
 * continues.
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
    Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> !TrialEngine.isOfTrial(entry.getKey()))
        .map(entry -> callerOfExit(Arrays.asList(entry.getValue())))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(this::halt);
  }

  private void halt(StackTraceElement caller) {
    try {
      lastWords.get().accept(Traces.plain(caller));
    } finally {
      Runtime.getRuntime().halt(ExitCode.BROKEN.value());
    }
  }

  /** Returns the caller of {@code exit} in a stack, if the thread has called it. */
  private static Optional<StackTraceElement> callerOfExit(List<StackTraceElement> trace) {
    int last = -1;
    for (int i = 0; i < trace.size(); i++) {
      if (isExit(trace.get(i))) {
        last = i;
      }
    }
    return last >= 0 && last + 1 < trace.size()
        ? Optional.of(trace.get(last + 1))
        : Optional.empty();
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getMethodName().equals("exit")
        && (frame.getClassName().equals("java.lang.System")
            || frame.getClassName().equals("java.lang.Runtime"));
  }
}
