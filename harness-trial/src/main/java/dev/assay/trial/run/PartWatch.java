// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Cause;
import dev.assay.pending.Pending;
import dev.assay.pending.Site;
import dev.assay.stack.StackTraces;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.report.FailureReport;
import dev.assay.trial.report.TrialErrors;
import dev.assay.trial.thread.ThreadSnapshot;
import dev.assay.trial.thread.WatchedTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The view of a trial for its watchdog: the thread that runs a part of it, and the reason to give
 * up once there is one. The watchdog's thread and the trial's thread communicate only here.
 */
final class PartWatch implements WatchedTrial {
  private static final String MOVE_THE_CLOCK =
      "in a test, move the clock instead: clock.advance(...); other code uses callLater or"
          + " deferLater";

  private final Ledger ledger;
  private final String testClass;
  private final Supplier<TrialSettings> settings;
  private final TrialErrors errors;
  private final Tally tally;
  private String phase = "setUp";
  private int parts;
  private @Nullable Thread thread;
  private @Nullable Verdict verdict;

  PartWatch(
      Ledger ledger,
      String testClass,
      Supplier<TrialSettings> settings,
      TrialErrors errors,
      Tally tally) {
    this.ledger = ledger;
    this.testClass = testClass;
    this.settings = settings;
    this.errors = errors;
    this.tally = tally;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public String testClass() {
    return testClass;
  }

  /** Returns the thread that is running a part, or null between parts. */
  @Override
  public synchronized @Nullable Thread thread() {
    return thread;
  }

  /** Begins a part, which this thread runs. */
  synchronized void begin(String begun) {
    phase = begun;
    parts++;
    // An earlier interrupt of this thread does not concern this part.
    Thread.interrupted();
    thread = Thread.currentThread();
  }

  /**
   * Ends a part.
   *
   * @param thrown the exception of the part
   * @return the failure of the part: if it was given up, the verdict
   */
  @Nullable Throwable end(@Nullable Throwable thrown) {
    Verdict given;
    synchronized (this) {
      given = verdict;
      if (given == null) {
        boolean interrupted = leave();
        if (interrupted && thrown != null && isMild(thrown)) {
          tally.take(leftInterrupted());
        }
        return thrown == null && interrupted ? leftInterrupted() : thrown;
      }
    }
    try {
      // Users' values run user code to return their texts: the watchdog must be able to look.
      return given.error(errors, ledger);
    } finally {
      synchronized (this) {
        leave();
      }
    }
  }

  /** Ends the part; returns whether its thread was left interrupted. */
  private boolean leave() {
    thread = null;
    verdict = null;
    return Thread.interrupted();
  }

  /** Returns whether the exception of a part is no failure, and hides none. */
  private boolean isMild(Throwable thrown) {
    ExpectedError todo = settings.get().todo();
    return SkippedException.skips(thrown)
        || (todo != null && phase.equals("test") && todo.expects(thrown));
  }

  private TrialError leftInterrupted() {
    return errors.error(
        new FailureReport(
            FailureCode.INTERRUPTED, "the " + phase + " has left its thread interrupted"));
  }

  private synchronized @Nullable Verdict given() {
    return verdict;
  }

  /** Throws if this part was given up. */
  void check() {
    Verdict given = given();
    if (given != null) {
      throw given.error(errors, ledger);
    }
  }

  /**
   * Returns, on another thread, why this part was given up, or null if it was not. It does not look
   * at open things, which the trial's thread may be changing.
   */
  @Nullable TrialError verdict() {
    Verdict given = given();
    return given == null ? null : given.errorOfLost(errors);
  }

  /** Returns how many parts have begun. */
  synchronized int parts() {
    return parts;
  }

  /**
   * Gives up the part that a thread is running, unless it has ended; the first reason counts.
   *
   * @param busy the thread to interrupt: the owner, or one that stands in for it
   */
  synchronized boolean giveUp(Thread owner, Thread busy, Verdict reason) {
    if (!owner.equals(thread)) {
      return false;
    }
    if (verdict == null) {
      verdict = reason.in(phase);
    }
    busy.interrupt();
    return true;
  }

  /** Gives up the current part, or else the next; the first reason counts. */
  synchronized void overrule(Thread worker, Verdict reason) {
    if (verdict == null) {
      verdict = reason.in(phase);
      worker.interrupt();
    }
  }

  /**
   * The reason why a part was given up.
   *
   * @param stack the stack of its thread
   * @param during the call or event that was running, if there was one
   * @param phase the part, if it is known
   * @param details further lines about it
   */
  record Verdict(
      FailureCode code,
      String text,
      List<StackTraceElement> stack,
      @Nullable Cause during,
      String phase,
      List<String> details) {
    Verdict(FailureCode code, String text, List<StackTraceElement> stack, @Nullable Cause during) {
      this(code, text, stack, during, "", List.of());
    }

    Verdict with(List<String> more) {
      return new Verdict(code, text, stack, during, phase, more);
    }

    private Verdict in(String part) {
      return new Verdict(code, text, stack, during, part, details);
    }

    private TrialError error(TrialErrors errors, Ledger ledger) {
      List<Pending> open = ledger.snapshot();
      return error(errors, report().line(open.isEmpty() ? "nothing is open" : "open:").list(open));
    }

    private TrialError errorOfLost(TrialErrors errors) {
      return error(errors, report().line("its thread no longer responds"));
    }

    private FailureReport report() {
      FailureReport report = new FailureReport(code, text).during(during).line(where());
      details.forEach(report::line);
      if (!details.isEmpty()) {
        report
            .cause("a thread on which this depends makes no progress, or too little")
            .fix("see what that thread does; where it is not needed, use an executor of the clock");
      }
      boolean sleeps = new ThreadSnapshot(Thread.State.TIMED_WAITING, stack).isSleep();
      boolean ofTest = code == FailureCode.BLOCKING && during == null && sleeps;
      return ofTest ? report.fix(MOVE_THE_CLOCK) : report;
    }

    /** Names the user's line; an action without a frame is at the place where it was passed. */
    private String where() {
      StackTraceElement innermost = StackTraces.userFrame(stack);
      boolean frameless = innermost == null || StackTraces.isFrameless(stack);
      String at = innermost == null ? "" : "at " + Site.describe(innermost);
      if (frameless && during != null) {
        return "in the code that was armed at "
            + during.site()
            + (at.isEmpty() ? "" : "; run " + at);
      } else if (innermost == null && !phase.isEmpty()) {
        return "in the " + phase;
      }
      return innermost == null ? "none of your code was on its stack" : at;
    }

    private TrialError error(TrialErrors errors, FailureReport report) {
      TrialError error = errors.error(report);
      error.setStackTrace(shown().toArray(StackTraceElement[]::new));
      return error;
    }

    /**
     * Returns the stack without generated frames of lambdas, which have no line and another name in
     * each run. An action without a frame is at the place where it was passed.
     */
    private List<StackTraceElement> shown() {
      StackTraceElement given =
          during == null || !StackTraces.isFrameless(stack) ? null : during.site().element();
      int at = StackTraces.indexOfHidden(stack);
      List<StackTraceElement> shown = new ArrayList<>(StackTraces.withoutHidden(stack));
      if (given != null && at >= 0) {
        shown.add(at, given);
      }
      return shown;
    }
  }
}
