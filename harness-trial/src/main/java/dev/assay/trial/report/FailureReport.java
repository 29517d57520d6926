// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.report;

import dev.assay.ledger.Display;
import dev.assay.pending.Cause;
import dev.assay.pending.Pending;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import dev.assay.stack.StackTraces;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a failure; no other class composes one. It states, in this order: what has happened,
 * and when on both clocks; the objects involved, by name and birthplace; the likely cause and the
 * fix; how it came about; how to reproduce it.
 *
 * @since 0.1
 */
public final class FailureReport {
  private static final int LISTED = 10;

  private final FailureCode code;
  private final String verdict;
  private final List<String> lines = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private Advice advice;

  /**
   * Begins the report of a failure.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   */
  public FailureReport(FailureCode code, String verdict) {
    this.code = code;
    this.verdict = verdict;
    this.advice = new Advice(code.cause(), code.fix());
  }

  FailureCode code() {
    return code;
  }

  /** Replaces the advice by a more specific one. */
  public FailureReport fix(String better) {
    advice = new Advice(advice.cause(), better);
    return this;
  }

  /** Replaces the likely cause by a more specific one. */
  public FailureReport cause(String better) {
    advice = new Advice(better, advice.fix());
    return this;
  }

  /**
   * Names the first open error as the likely cause of this failure.
   *
   * @param who the code that the error may have ended
   */
  public void dueToErrorAmong(List<Pending> open, String who) {
    open.stream()
        .filter(some -> some.error() != null)
        .findFirst()
        .ifPresent(
            error ->
                advice =
                    new Advice(
                        who + " may have ended with an error: " + error.name(),
                        "correct that error; it is reported with this failure"));
  }

  /** Adds a line about the last object, or about the whole failure. */
  public FailureReport line(String text) {
    lines.addAll(indented(text));
    return this;
  }

  /** Indents a text, its further lines deeper, so that none looks like a line of the report. */
  private static List<String> indented(String text) {
    List<String> indented = new ArrayList<>();
    text.lines()
        .map(Display::line)
        .forEach(line -> indented.add((indented.isEmpty() ? "  " : "      ") + line));
    return indented;
  }

  /**
   * Names the things that this failure is about, as {@link #list} does, and uses their advice and
   * history.
   */
  public FailureReport about(List<Pending> things) {
    if (story.isEmpty() && !things.isEmpty()) {
      Pending first = things.get(0);
      advice = advice.on(things);
      tell("history of " + first.name(), first.cause());
    }
    return list(things);
  }

  /** Names what was running when this failure was found. */
  public FailureReport during(@Nullable Cause happening) {
    tell("what was running, and its history", happening);
    return this;
  }

  private void tell(String title, @Nullable Cause cause) {
    if (cause != null) {
      story.add(title + ", latest first:");
      story.addAll(CauseText.of(cause));
    }
  }

  /** Names things and their birthplaces: at most ten, and the number of the others. */
  public FailureReport list(List<Pending> things) {
    things.stream().limit(LISTED).forEach(this::thing);
    int more = things.size() - LISTED;
    return more > 0 ? line("and " + more + " more, which are not listed") : this;
  }

  private void thing(Pending thing) {
    line(thing.name() + ": " + thing.detail());
    String birth = birth(thing);
    if (!birth.isEmpty()) {
      line("  " + birth);
    }
    StackTraceElement thrower = thrower(thing.error());
    if (thrower != null) {
      line("  thrown at " + Site.describe(thrower));
    }
  }

  /** Returns the user's line at which an error was thrown, if the error provides it. */
  static @Nullable StackTraceElement thrower(@Nullable Throwable error) {
    try {
      return error == null ? null : StackTraces.userFrame(List.of(error.getStackTrace()));
    } catch (RuntimeException e) {
      return null; // an error without a readable stack is still an error
    }
  }

  /**
   * Returns where a thing was made, if known, and when, unless another thread has decided the time.
   */
  private static String birth(Pending thing) {
    boolean known = thing.site().element() != null;
    String where = known ? thing.kind().bornAt() + " " + thing.site() : "";
    if (thing.phase().isEmpty()) {
      return where;
    }
    String when = " during " + thing.phase() + ", t=" + Display.time(thing.bornAt());
    return known ? where + "," + when : thing.kind().born() + when;
  }

  /** Returns the finished text. */
  String text(Circumstances when) {
    StringBuilder text = new StringBuilder();
    text.append(code).append(": ").append(Display.line(verdict));
    text.append(
        " (virtual t=%s, %d ms real)".formatted(Display.time(when.virtual()), when.realMillis()));
    lines.forEach(line -> text.append('\n').append(line));
    text.append("\n  likely cause: ").append(Display.line(advice.cause()));
    text.append("\n  fix: ").append(Display.line(advice.fix()));
    story.forEach(line -> text.append("\n  ").append(Display.line(line)));
    for (String note : when.notes()) {
      indented(note).forEach(line -> text.append('\n').append(line));
    }
    if (!when.label().isEmpty()) {
      text.append("\n  this was ").append(Display.line(when.label()));
      text.append("; the replay runs it among the others");
    }
    text.append("\n  replay: ").append(when.replay());
    return text.toString();
  }

  /**
   * The advice for a failure.
   *
   * @param cause the likely cause
   * @param fix what to do about it
   */
  private record Advice(String cause, String fix) {
    /** Returns the advice of the first thing that has more specific advice, or else this. */
    Advice on(List<Pending> things) {
      return things.stream()
          .map(Pending::remedy)
          .filter(Objects::nonNull)
          .map(this::with)
          .filter(special -> !special.equals(this))
          .findFirst()
          .orElse(this);
    }

    private Advice with(Remedy remedy) {
      return new Advice(remedy.cause() == null ? cause : remedy.cause(), remedy.fix());
    }
  }

  /**
   * The time and place at which a failure was found.
   *
   * @param notes the notes of the trial
   * @param label the label of one of several trials with the same name, or empty if there is one
   * @param replay the name to run to reproduce it
   */
  record Circumstances(
      Duration virtual, long realMillis, List<String> notes, String label, String replay) {}
}
