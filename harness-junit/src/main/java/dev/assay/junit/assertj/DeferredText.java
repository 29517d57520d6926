// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.deferred.CallbackRun;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Display;
import dev.assay.pending.Pending;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The observable state of a Deferred, and its text in a failure. */
final class DeferredText {
  private static final int RUNS_SHOWN = 5;
  private static final int CHAIN_SHOWN = 10;

  private DeferredText() {}

  /**
   * Returns the result that a callback added now would get, or null if it would not run at once.
   */
  static <T extends @Nullable Object> @Nullable Outcome<T> resultOf(Deferred<T> deferred) {
    boolean still = deferred.pauseCount() == 0 && !deferred.isRunning();
    return still && deferred.state() instanceof Outcome<T> outcome ? outcome : null;
  }

  /** Returns how often user code has paused a Deferred. */
  static int pauses(Deferred<?> deferred) {
    boolean waits = deferred.state() instanceof DeferredState.Waiting;
    return deferred.pauseCount() - (waits ? 1 : 0);
  }

  /** Returns the state of a Deferred, as the end of a sentence that begins with but. */
  static String instead(Deferred<?> deferred) {
    Outcome<?> result = resultOf(deferred);
    if (result instanceof Outcome.Success<?> success) {
      return "it succeeded with " + ValueText.of(success.value());
    } else if (result instanceof Outcome.Failure<?> failure) {
      return "it failed with " + Display.of(failure.error());
    } else if (deferred.isRunning()) {
      return "one of its callbacks is running just now";
    } else if (deferred.state() instanceof DeferredState.Waiting<?> waiting) {
      return "it waits for " + awaited(waiting.on());
    }
    return deferred.isFired() ? "it is paused" : "it has not fired";
  }

  /** Names an awaited Deferred, and the Deferreds that it waits for in turn. */
  private static String awaited(Deferred<?> first) {
    StringBuilder text = new StringBuilder(withBirth(first));
    Deferred<?> last = first;
    for (int i = 1; last.state() instanceof DeferredState.Waiting<?> waiting; i++) {
      last = waiting.on();
      if (i == CHAIN_SHOWN) {
        return text + "\nwhich waits for others in its turn";
      }
      text.append("\nwhich waits for ").append(withBirth(last));
    }
    return text.toString();
  }

  /** Returns the name of a Deferred, its state and, if a trial has observed it, its birthplace. */
  static String withBirth(Deferred<?> deferred) {
    return deferred + deferred.ledgerLine().map(DeferredText::birth).orElse("");
  }

  private static String birth(Pending line) {
    String when = line.phase() + ", t=" + Display.time(line.bornAt());
    return "\n  created at " + line.site() + " (" + when + ")";
  }

  /** Returns a line for each callback that ran last, if a trial has observed the Deferred. */
  static String history(Deferred<?> deferred) {
    List<CallbackRun> runs = deferred.history();
    int from = Math.max(0, runs.size() - RUNS_SHOWN);
    return runs.subList(from, runs.size()).stream()
        .map(run -> "\n  ran " + run)
        .collect(Collectors.joining());
  }

  /** Says where a failure of another type is nested in an error, if it is. */
  static String hiddenIn(Throwable error, Class<? extends Throwable> type) {
    Throwable cause = error.getCause();
    for (int i = 0; i < CHAIN_SHOWN && cause != null; i++) {
      if (type.isInstance(cause)) {
        return "\n  caused by " + Display.of(cause);
      }
      cause = cause.getCause();
    }
    return "";
  }
}
