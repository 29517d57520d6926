// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.report;

import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Steppable;
import dev.assay.pending.Pending;
import dev.assay.pending.Site;
import dev.assay.pending.TrialOverException;
import dev.assay.stack.StackTraces;
import dev.assay.time.LivelockError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.TrialError;
import dev.assay.trial.error.AnswerBudget;
import dev.assay.trial.error.NestedErrors;
import dev.assay.trial.error.ReportableError;
import dev.assay.trial.error.ThrowableSet;
import dev.assay.trial.error.TrialNote;
import dev.assay.trial.report.FailureReport.Circumstances;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The factory for the errors of one run. Each error says when and where it happened, with the notes
 * of the trial so far.
 *
 * @since 0.1
 */
public final class TrialErrors {
  private static final int TOLD = 10;

  private final String name;
  private final Ledger ledger;
  private final LongSupplier realNanos;
  private final long began;
  private final AnswerBudget budget = AnswerBudget.forReport();
  private final List<String> notes = new ArrayList<>();
  private final Set<Pending> blamed = new LinkedHashSet<>();
  private String label = "";

  /**
   * Makes a factory for the errors of a run.
   *
   * @param name the name to run to reproduce the trial
   * @param realNanos the nanoseconds of real time since a fixed moment
   */
  public TrialErrors(String name, Ledger ledger, LongSupplier realNanos) {
    this.name = name;
    this.ledger = ledger;
    this.realNanos = realNanos;
    this.began = realNanos.getAsLong();
    ledger.asker(question -> budget.ask(question::get));
  }

  /** Sets the label of the case that the trial tests. */
  public void label(String text) {
    label = text;
  }

  /** Adds a note of the trial. */
  public void addNote(String text) {
    synchronized (notes) {
      notes.add("noted at t=" + Display.time(elapsed()) + ": " + text);
    }
  }

  /** Returns how much virtual time has passed in the trial. */
  public Duration elapsed() {
    List<Steppable> all = ledger.steppables();
    return Duration.ofNanos(all.isEmpty() ? 0 : all.get(0).nanos());
  }

  /** Excludes a thing from further reports: its failure is already reported. */
  public void blame(Pending pending) {
    blamed.add(pending);
  }

  /** Excludes from further reports the things of a failure that has ended a part of the trial. */
  public void blame(Throwable thrown) {
    for (Throwable some : NestedErrors.in(thrown, budget)) {
      if (some instanceof TrialError error) {
        error.pending().forEach(this::blame);
      }
    }
  }

  /** Returns whether a thing is already reported. */
  public boolean isBlamed(Pending pending) {
    return blamed.contains(pending);
  }

  /**
   * Returns a failure with the text that explains it.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   * @param details further lines about it
   * @param fix what to do about it; if empty, the general advice for such a failure
   */
  public TrialError found(FailureCode code, String verdict, List<String> details, String fix) {
    FailureReport report = new FailureReport(code, verdict);
    details.forEach(report::line);
    return error(fix.isEmpty() ? report : report.fix(fix));
  }

  /** Returns a failure without a line of user code. */
  public TrialError error(FailureReport report) {
    return error(report, List.of());
  }

  /** Returns a failure at the line that made the last of some things. */
  public TrialError error(FailureReport report, List<Pending> about) {
    Site site = about.isEmpty() ? Site.unknown() : about.get(about.size() - 1).site();
    return at(report, site, about);
  }

  /** Returns a failure at a line of user code, if it is known. */
  public TrialError error(FailureReport report, Site site) {
    return at(report, site, List.of());
  }

  private TrialError at(FailureReport report, Site site, List<Pending> about) {
    String text = report.text(circumstances());
    return at(site.element(), new TrialError(report.code(), text, about, null));
  }

  /** Returns a failure at the stack of a thread. */
  public TrialError found(FailureReport report, List<StackTraceElement> stack) {
    return withStack(error(located(report, stack)), stack.toArray(StackTraceElement[]::new));
  }

  /** Returns a failure for real time in a wait, whose stack is empty for a wait of the harness. */
  public TrialError spent(FailureReport report, List<StackTraceElement> stack) {
    TrialError error = error(report);
    return stack.isEmpty() ? error : withStack(error, stack.toArray(StackTraceElement[]::new));
  }

  /** Adds the line of user code that a stack has reached. */
  private static FailureReport located(FailureReport report, List<StackTraceElement> stack) {
    StackTraceElement user = StackTraces.userFrame(stack);
    return user == null ? report : report.line("it is at " + Site.describe(user));
  }

  /** Returns a failure for the use of an object of a trial that has ended. */
  public TrialError afterEnd(TrialOverException over) {
    FailureReport report =
        new FailureReport(FailureCode.AFTER_END, "an object of a trial that has ended is used")
            .line(String.valueOf(over.getMessage()));
    StackTraceElement[] stack = over.getStackTrace();
    String text = located(report, List.of(stack)).text(circumstances());
    return withStack(new TrialError(report.code(), text, List.of(), over), stack);
  }

  /** Returns a failure for an assumption that has failed after the test. */
  public TrialError tooLate(String phase, Throwable assumption) {
    FailureReport report =
        new FailureReport(
                FailureCode.LATE_ASSUMPTION,
                "an assumption has failed after the test, when nothing is left to skip")
            .line("message: " + ReportableError.messageOf(assumption))
            .line("the rest of the " + phase + " was not run");
    List<StackTraceElement> stack = List.of(ReportableError.stackOf(assumption));
    TrialError error = error(located(report, stack), List.of());
    StackTraceElement user = StackTraces.userFrame(stack);
    return user == null ? error : withStack(error, user);
  }

  private static TrialError withStack(TrialError error, StackTraceElement... stack) {
    error.setStackTrace(stack);
    return error;
  }

  /** Returns a failure for a request of this thread to this trial, which has ended. */
  public TrialError late(String what) {
    FailureReport report =
        new FailureReport(FailureCode.AFTER_END, "this has ended, but is still used");
    return found(report.line(what), List.of(Thread.currentThread().getStackTrace()));
  }

  /** Returns a failure for an error in a thread of this trial, which has ended. */
  public TrialError lateError(String what, Throwable error) {
    FailureReport report =
        new FailureReport(
                FailureCode.LOGGED_ERROR,
                "an error has occurred in a thread that this has left running: "
                    + Display.of(error))
            .line(what)
            .fix(
                "end the thread in the test or in a cleanup; if others submit tasks to it as well,"
                    + " let them use TrialThreads.carrying(...)");
    StackTraceElement[] stack = ReportableError.stackOf(error);
    String text = located(report, List.of(stack)).text(circumstances());
    Throwable cause = ReportableError.of(error, null, AnswerBudget.forReport());
    return withStack(new TrialError(report.code(), text, List.of(), cause), stack);
  }

  /** Returns a failure for things that were left behind. */
  public TrialError leftBehind(FailureReport report, List<Pending> left) {
    Throwable unhandled = left.get(0).error();
    Throwable cause = unhandled == null ? null : ReportableError.of(unhandled, null, budget);
    String text = report.text(circumstances());
    StackTraceElement made = left.get(0).site().element();
    StackTraceElement line = made == null ? FailureReport.thrower(unhandled) : made;
    return at(line, new LeftBehindError(report.code(), text, left, cause));
  }

  /**
   * Sets the stack trace to a line of user code, or to the trial's method: other frames do not
   * help.
   */
  private TrialError at(@Nullable StackTraceElement line, TrialError error) {
    error.setStackTrace(line == null ? method() : new StackTraceElement[] {line});
    return error;
  }

  /** Returns a frame without a line for a run that is named after a method. */
  private StackTraceElement[] method() {
    int end = name.indexOf('#');
    if (end < 0) {
      return new StackTraceElement[0];
    }
    String type = name.substring(0, end);
    String method = name.substring(end + 1).split("\\W", 2)[0];
    String file = type.substring(type.lastIndexOf('.') + 1).split("\\$", 2)[0] + ".java";
    return new StackTraceElement[] {new StackTraceElement(type, method, file, -1)};
  }

  /** Returns a failure for a livelock, with all that is known about it. */
  public TrialError livelock(LivelockError livelock) {
    Pending call = livelock.call();
    List<Pending> about = call == null ? List.of() : List.of(call);
    FailureReport report =
        new FailureReport(FailureCode.LIVELOCK, "calls go on forever, and time does not move");
    return error(report.line(String.valueOf(livelock.getMessage())).about(about), about);
  }

  /**
   * Returns a failure for cleanups that add further cleanups without end.
   *
   * @param phase the name of the next one
   * @param added the place where it was added
   */
  public TrialError endless(String phase, Site added) {
    FailureReport report =
        new FailureReport(FailureCode.LIVELOCK, "cleanups add cleanups forever")
            .line("there would be one more " + phase)
            .cause("each cleanup adds another one, or itself again")
            .fix("add no cleanup there, or give it a condition under which that ends");
    return error(report, added);
  }

  /**
   * Returns the failures that the harness has thrown into the trial's code, and that were swallowed
   * there.
   */
  public List<Throwable> swallowed(List<Throwable> problems, boolean livelocked) {
    ThrowableSet known = new ThrowableSet();
    problems.forEach(some -> addHeld(some, known));
    List<Throwable> swallowed = new ArrayList<>();
    for (Throwable thrown : Errors.refusals(ledger)) {
      boolean isKnown = thrown instanceof LivelockError ? livelocked : known.contains(thrown);
      if (!isKnown) {
        addHeld(thrown, known);
        swallowed.add(explained(thrown));
      }
    }
    return swallowed;
  }

  private void addHeld(Throwable problem, ThrowableSet known) {
    known.addAll(NestedErrors.in(problem, budget));
    if (problem instanceof TrialError error) {
      error.pending().stream()
          .map(Pending::error)
          .filter(Objects::nonNull)
          .forEach(unhandled -> known.addAll(NestedErrors.in(unhandled, budget)));
    }
  }

  private Throwable explained(Throwable thrown) {
    if (thrown instanceof TrialOverException over) {
      return afterEnd(over);
    }
    return thrown instanceof LivelockError livelock ? livelock(livelock) : thrown;
  }

  /** Returns an exception, or a replacement that can hold the other problems of the verdict. */
  public Throwable holding(Throwable thrown) {
    Throwable told = ReportableError.of(thrown, null, budget);
    if (told.getSuppressed().length == 0) {
      told.addSuppressed(new TrialNote(note(null), null));
    }
    return told.getSuppressed().length > 0 ? told : ReportableError.standIn(told, null, budget);
  }

  /** Returns the note on a failed trial in addition to its problems. */
  public String note(@Nullable Path files) {
    String text =
        "%s failed at virtual t=%s, after %d ms real"
            .formatted(
                label.isEmpty() ? name : name + ", " + Display.line(label),
                Display.time(elapsed()),
                realMillis());
    return files == null ? text : text + "; its files are kept in " + files;
  }

  private Circumstances circumstances() {
    return new Circumstances(elapsed(), realMillis(), notes(), label, name);
  }

  /** Returns the notes of the trial, after a hint if its clocks differ. */
  private List<String> notes() {
    List<String> times =
        List.copyOf(ledger.steppables()).stream()
            .map(clock -> "t=" + Display.time(Duration.ofNanos(clock.nanos())))
            .toList();
    List<String> noted = lastNotes();
    return times.stream().distinct().count() < 2
        ? noted
        : Stream.concat(Stream.of(differentTimes(times)), noted.stream()).toList();
  }

  /** Returns the last notes, and the number of the others; any thread may call this. */
  private List<String> lastNotes() {
    List<String> last;
    int more;
    synchronized (notes) {
      more = notes.size() - TOLD;
      last = new ArrayList<>(notes.subList(Math.max(0, more), notes.size()));
    }
    if (more > 0) {
      last.add(0, more + (more == 1 ? " earlier note is" : " earlier notes are") + " not shown");
    }
    return last;
  }

  private static String differentTimes(List<String> times) {
    return "this trial has %d clocks, and they differ (%s): has the test moved the wrong one?"
        .formatted(times.size(), String.join(", ", times));
  }

  private long realMillis() {
    return Duration.ofNanos(realNanos.getAsLong() - began).toMillis();
  }
}
