// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.report;

import dev.assay.pending.Display;
import dev.assay.pending.Errors;
import dev.assay.pending.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.Site;
import dev.assay.pending.Steppable;
import dev.assay.pending.TrialOverException;
import dev.assay.time.LivelockError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.TrialError;
import dev.assay.trial.error.Aside;
import dev.assay.trial.error.Held;
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
 * The maker of the errors of one run: each says when and where it was, with what the trial has
 * noted by then.
 *
 * @since 0.1
 */
public final class TrialErrors {
  private static final int TOLD = 10;

  private final String name;
  private final Ledger ledger;
  private final LongSupplier realNanos;
  private final long began;
  private final Aside aside = Aside.forReport();
  private final List<String> notes = new ArrayList<>();
  private final Set<Pending> blamed = new LinkedHashSet<>();
  private String label = "";

  /**
   * Makes the errors of a run.
   *
   * @param name what to run to see the trial again
   * @param realNanos the nanoseconds of real time since any fixed moment
   */
  public TrialErrors(String name, Ledger ledger, LongSupplier realNanos) {
    this.name = name;
    this.ledger = ledger;
    this.realNanos = realNanos;
    this.began = realNanos.getAsLong();
    ledger.asker(question -> aside.ask(question::get));
  }

  /** Says which case the trial is about. */
  public void label(String text) {
    label = text;
  }

  /** Adds what the trial notes now. */
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

  /** Does not report a thing once more: its failure is reported already. */
  public void blame(Pending pending) {
    blamed.add(pending);
  }

  /** Does not report once more what a failure is about that a part of the trial has ended with. */
  public void blame(Throwable thrown) {
    for (Throwable some : Held.in(thrown, aside)) {
      if (some instanceof TrialError error) {
        error.pending().forEach(this::blame);
      }
    }
  }

  /** Returns whether a thing is reported already. */
  public boolean isBlamed(Pending pending) {
    return blamed.contains(pending);
  }

  /**
   * Returns a failure with the text that explains it.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   * @param details what else there is to say about it
   * @param fix what to do about it; if it is empty, what always helps with such a failure
   */
  public TrialError found(FailureCode code, String verdict, List<String> details, String fix) {
    FailureReport report = new FailureReport(code, verdict);
    details.forEach(report::line);
    return error(fix.isEmpty() ? report : report.fix(fix));
  }

  /** Returns a failure that lies with no line of the user's. */
  public TrialError error(FailureReport report) {
    return error(report, List.of());
  }

  /** Returns a failure that lies with the line that made the last of some things. */
  public TrialError error(FailureReport report, List<Pending> about) {
    Site site = about.isEmpty() ? Site.unknown() : about.get(about.size() - 1).site();
    return at(report, site, about);
  }

  /** Returns a failure that lies with a line of the user's, if that is known. */
  public TrialError error(FailureReport report, Site site) {
    return at(report, site, List.of());
  }

  private TrialError at(FailureReport report, Site site, List<Pending> about) {
    String text = report.text(circumstances());
    return at(site.element(), new TrialError(report.code(), text, about, null));
  }

  /** Returns a failure that lies with a thread. */
  public TrialError found(FailureReport report, List<StackTraceElement> stack) {
    TrialError error = error(located(report, stack), List.of());
    error.setStackTrace(stack.toArray(StackTraceElement[]::new));
    return error;
  }

  /** Returns that real time went by in a wait, whose stack is empty if it was the harness's. */
  public TrialError spent(FailureReport report, List<StackTraceElement> stack) {
    TrialError error = error(report, List.of());
    if (!stack.isEmpty()) {
      error.setStackTrace(stack.toArray(StackTraceElement[]::new));
    }
    return error;
  }

  /** Says which line of the user's a stack has come to. */
  private static FailureReport located(FailureReport report, List<StackTraceElement> stack) {
    StackTraceElement user = Site.userFrame(stack);
    return user == null ? report : report.line("it is at " + Site.describe(user));
  }

  /** Returns that this trial has used what is of one that has ended. */
  public TrialError afterEnd(TrialOverException over) {
    FailureReport report =
        new FailureReport(FailureCode.AFTER_END, "this uses what is of a trial that has ended")
            .line(String.valueOf(over.getMessage()));
    StackTraceElement[] stack = over.getStackTrace();
    String text = located(report, List.of(stack)).text(circumstances());
    TrialError error = new TrialError(report.code(), text, List.of(), over);
    error.setStackTrace(stack);
    return error;
  }

  /** Returns that an assumption has failed when the test was over. */
  public TrialError tooLate(String phase, Throwable assumption) {
    FailureReport report =
        new FailureReport(
                FailureCode.LATE_ASSUMPTION,
                "an assumption has failed after the test, and can skip nothing any more")
            .line("it says: " + ReportableError.messageOf(assumption))
            .line("what was to follow it in the " + phase + " was not done");
    List<StackTraceElement> stack = List.of(ReportableError.stackOf(assumption));
    TrialError error = error(located(report, stack), List.of());
    StackTraceElement user = Site.userFrame(stack);
    return user == null ? error : withStack(error, user);
  }

  private static TrialError withStack(TrialError error, StackTraceElement... stack) {
    error.setStackTrace(stack);
    return error;
  }

  /** Returns that this thread has wanted something of this trial, which has ended. */
  public TrialError late(String what) {
    FailureReport report =
        new FailureReport(FailureCode.AFTER_END, "this has ended, and is used all the same");
    return found(report.line(what), List.of(Thread.currentThread().getStackTrace()));
  }

  /** Returns that a thread of this trial, which has ended, has met an error. */
  public TrialError lateError(String what, Throwable error) {
    FailureReport report =
        new FailureReport(
                FailureCode.LOGGED_ERROR,
                "an error was met by a thread that this has left behind: " + Display.of(error))
            .line(what)
            .fix(
                "end the thread in the test or in a clean-up; if others give tasks to it as well,"
                    + " let them do so through TrialThreads.carrying(...)");
    StackTraceElement[] stack = ReportableError.stackOf(error);
    String text = located(report, List.of(stack)).text(circumstances());
    Throwable cause = ReportableError.of(error, null, Aside.forReport());
    TrialError late = new TrialError(report.code(), text, List.of(), cause);
    late.setStackTrace(stack);
    return late;
  }

  /** Returns that some things were left behind. */
  public TrialError leftBehind(FailureReport report, List<Pending> left) {
    Throwable unhandled = left.get(0).error();
    Throwable cause = unhandled == null ? null : ReportableError.of(unhandled, null, aside);
    String text = report.text(circumstances());
    StackTraceElement made = left.get(0).site().element();
    StackTraceElement line = made == null ? FailureReport.thrower(unhandled) : made;
    return at(line, new LeftBehindError(report.code(), text, left, cause));
  }

  /** Makes a line of the user's the stack trace, or the trial's method: no frame is of use else. */
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

  /** Returns a livelock with all that is known of it. */
  public TrialError livelock(LivelockError livelock) {
    Pending call = livelock.call();
    List<Pending> about = call == null ? List.of() : List.of(call);
    FailureReport report =
        new FailureReport(FailureCode.LIVELOCK, "things go on for ever, and time does not move");
    return error(report.line(String.valueOf(livelock.getMessage())).about(about), about);
  }

  /**
   * Returns that there is always one clean-up more.
   *
   * @param phase the name of the next one
   * @param added where that was asked for
   */
  public TrialError endless(String phase, Site added) {
    FailureReport report =
        new FailureReport(FailureCode.LIVELOCK, "clean-ups add clean-ups, on and on")
            .line("there would be one more " + phase)
            .cause("a clean-up adds another each time, as it does when it adds itself again")
            .fix("let it add none, or give it a condition under which that ends");
    return error(report, added);
  }

  /** Returns what the harness has thrown into the trial's code, and what has not come out of it. */
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
    known.addAll(Held.in(problem, aside));
    if (problem instanceof TrialError error) {
      error.pending().stream()
          .map(Pending::error)
          .filter(Objects::nonNull)
          .forEach(unhandled -> known.addAll(Held.in(unhandled, aside)));
    }
  }

  private Throwable explained(Throwable thrown) {
    if (thrown instanceof TrialOverException over) {
      return afterEnd(over);
    }
    return thrown instanceof LivelockError livelock ? livelock(livelock) : thrown;
  }

  /** Returns an exception, or one that can take what is wrong beside it when all is judged. */
  public Throwable holding(Throwable thrown) {
    Throwable told = ReportableError.of(thrown, null, aside);
    if (told.getSuppressed().length == 0) {
      told.addSuppressed(new TrialNote(note(null), null));
    }
    return told.getSuppressed().length > 0 ? told : ReportableError.standIn(told, null, aside);
  }

  /** Returns what there is to say about a failed trial beside its problems. */
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

  /** Returns what the trial has noted, after a hint if its clocks differ. */
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

  /** Returns the last notes, and how many more there are; any thread may ask. */
  private List<String> lastNotes() {
    List<String> last;
    int more;
    synchronized (notes) {
      more = notes.size() - TOLD;
      last = new ArrayList<>(notes.subList(Math.max(0, more), notes.size()));
    }
    if (more > 0) {
      last.add(0, more + (more == 1 ? " earlier note is" : " earlier notes are") + " not told");
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
