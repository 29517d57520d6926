// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Site;
import dev.assay.trial.VirtualThreads.Virtual;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The threads that a trial has started and left running, as failures: one for each. */
final class ThreadsLeft {
  /** What is asked for the threads that are left where nobody looks for them. */
  static final Function<Predicate<Thread>, List<Thread>> NOT_LOOKED_FOR = counts -> List.of();

  /** How long a virtual thread that is about to end is waited for. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private ThreadsLeft() {}

  /** Asks for the threads that the trial may not leave. */
  static List<Thread> find(TrialRun run, Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    if (threadsLeft.equals(NOT_LOOKED_FOR)) {
      ThreadsEnding.await(run);
    }
    return threadsLeft.apply(thread -> !run.settings().allows(thread.getName()));
  }

  static List<TrialError> judge(
      TrialRun run, Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    if (threadsLeft.equals(NOT_LOOKED_FOR)) {
      return List.of();
    }
    Stream<TrialError> threads =
        find(run, threadsLeft).stream()
            .filter(thread -> !isExiting(thread))
            .map(
                thread ->
                    error(
                        run,
                        "thread " + thread.getName(),
                        run.ledger().births().placeOf(thread.getId()),
                        List.of(thread.getStackTrace())));
    if (!run.ledger().births().haveVirtual()) {
      return threads.toList();
    }
    Stream<TrialError> virtual =
        stayingVirtual(run).stream()
            .map(
                thread ->
                    error(
                        run,
                        "virtual thread " + thread.shown(),
                        run.ledger().births().placeOf(thread.number()),
                        List.of()));
    return Stream.concat(threads, virtual).toList();
  }

  /** Returns whether a thread stands in System.exit, from which none comes back: that is told. */
  private static boolean isExiting(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  private static List<Virtual> stayingVirtual(TrialRun run) {
    try {
      RealTime.waitUntil(() -> virtual(run).isEmpty(), GRACE, run.ledger());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return virtual(run);
  }

  static List<Virtual> virtual(TrialRun run) {
    return VirtualThreads.alive().stream()
        .filter(thread -> run.ledger().births().placeOf(thread.number()) != null)
        .filter(thread -> !run.settings().allows(thread.name()))
        .toList();
  }

  private static TrialError error(
      TrialRun run, String what, @Nullable Site birthplace, List<StackTraceElement> stack) {
    FailureReport report =
        new FailureReport(FailureCode.THREAD_LEFT, "the " + what + " is still running");
    if (birthplace != null && birthplace.element() != null) {
      report.line("it was made at " + birthplace);
    }
    return run.findings().found(report, stack);
  }
}
