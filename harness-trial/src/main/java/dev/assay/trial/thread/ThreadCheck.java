// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.ledger.Births;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Site;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.report.FailureReport;
import dev.assay.trial.report.TrialErrors;
import dev.assay.trial.thread.VirtualThreads.Virtual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The check of the threads that a trial has started. It waits for threads that are about to end:
 * what such a thread still logs, or an exception that ends it, belongs to the trial, however late
 * the thread was scheduled. Threads that stay are failures, one for each, if the code that runs the
 * trial looks for them.
 *
 * @since 0.1
 */
public final class ThreadCheck {
  /** The source of remaining threads for callers that do not look for them. */
  public static final Function<Predicate<Thread>, List<Thread>> NOT_LOOKED_FOR =
      counts -> List.of();

  private static final long ROUND_MILLIS = 10;

  /** The number of rounds to wait for a thread that is at work. */
  private static final int MOST = 100;

  /**
   * The number of successive looks that must find each thread waiting before it counts as staying.
   */
  private static final int STANDING = 3;

  /**
   * The time to wait for a virtual thread that the caller does not look for and that no look sees;
   * looks take time.
   */
  private static final Duration VIRTUAL_ENDING = Duration.ofMillis(20);

  /** The time to wait for a virtual thread that is about to end, where remaining threads count. */
  private static final Duration VIRTUAL_STAYING = Duration.ofMillis(300);

  private final Ledger ledger;
  private final Supplier<TrialSettings> settings;
  private final TrialErrors errors;
  private final Function<Predicate<Thread>, List<Thread>> threadsLeft;

  /**
   * Makes the check.
   *
   * @param threadsLeft returns the threads that the trial has started, that do not end and that
   *     count, or is {@link #NOT_LOOKED_FOR}
   */
  public ThreadCheck(
      Ledger ledger,
      Supplier<TrialSettings> settings,
      TrialErrors errors,
      Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    this.ledger = ledger;
    this.settings = settings;
    this.errors = errors;
    this.threadsLeft = threadsLeft;
  }

  /** Waits for the threads that are about to end; returns those that may not be left. */
  public List<Thread> find() {
    if (threadsLeft.equals(NOT_LOOKED_FOR)) {
      awaitEnding();
    }
    return threadsLeft.apply(thread -> !settings.get().allows(thread.getName()));
  }

  private void awaitEnding() {
    if (ledger.births().isEmpty()) {
      return; // the case of most trials
    }
    try {
      awaitPlatform(started());
      if (ledger.births().haveVirtual()) {
        RealTime.waitUntil(() -> virtual().isEmpty(), VIRTUAL_ENDING, ledger);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitPlatform(List<Thread> left) throws InterruptedException {
    int standing = 0;
    for (int round = 0; !left.isEmpty() && round < MOST && standing < STANDING; round++) {
      left.get(0).join(ROUND_MILLIS);
      ledger.progressed();
      left.removeIf(thread -> !thread.isAlive());
      standing = left.stream().allMatch(ThreadSnapshot::isWaiting) ? standing + 1 : 0;
    }
  }

  private List<Thread> started() {
    Births births = ledger.births();
    List<Thread> left = new ArrayList<>(ThreadFacts.all());
    left.removeIf(
        thread ->
            births.placeOf(thread.getId()) == null
                || births.isForAll(thread)
                || thread.equals(Thread.currentThread())
                || settings.get().allows(thread.getName()));
    return left;
  }

  /** Returns a failure for each thread that is left. */
  public List<TrialError> judge() {
    if (threadsLeft.equals(NOT_LOOKED_FOR)) {
      return List.of();
    }
    Births births = ledger.births();
    Stream<TrialError> threads =
        find().stream()
            .filter(thread -> !isExiting(thread))
            .map(
                thread ->
                    error(
                        "thread " + thread.getName(),
                        births.placeOf(thread.getId()),
                        List.of(thread.getStackTrace())));
    if (!births.haveVirtual()) {
      return threads.toList();
    }
    Stream<TrialError> virtual =
        stayingVirtual().stream()
            .map(
                thread ->
                    error(
                        "virtual thread " + thread.shown(),
                        births.placeOf(thread.number()),
                        List.of()));
    return Stream.concat(threads, virtual).toList();
  }

  /**
   * Returns whether a thread is in System.exit, which never returns: that is reported separately.
   */
  private static boolean isExiting(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  private List<Virtual> stayingVirtual() {
    try {
      RealTime.waitUntil(() -> virtual().isEmpty(), VIRTUAL_STAYING, ledger);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return virtual();
  }

  private List<Virtual> virtual() {
    return VirtualThreads.alive().stream()
        .filter(thread -> ledger.births().placeOf(thread.number()) != null)
        .filter(thread -> !settings.get().allows(thread.name()))
        .toList();
  }

  private TrialError error(String what, @Nullable Site birthplace, List<StackTraceElement> stack) {
    FailureReport report =
        new FailureReport(FailureCode.THREAD_LEFT, "the " + what + " is still running");
    if (birthplace != null && birthplace.element() != null) {
      report.line("it was created at " + birthplace);
    }
    return errors.found(report, stack);
  }
}
