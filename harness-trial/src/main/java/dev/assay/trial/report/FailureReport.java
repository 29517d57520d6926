// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.report;

import dev.assay.pending.Cause;
import dev.assay.pending.Display;
import dev.assay.pending.Pending;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a failure, and the only place where one is written. It says, in this order: what has
 * happened, and when on both clocks; to which objects, by name and birthplace; why that may be, and
 * what to do; how it came about; how to see it again.
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

  /** Replaces the advice by one that knows more. */
  public FailureReport fix(String better) {
    advice = new Advice(advice.cause(), better);
    return this;
  }

  /** Replaces the likely cause by one that knows more. */
  public FailureReport cause(String better) {
    advice = new Advice(better, advice.fix());
    return this;
  }

  /**
   * Says that the first error that is open is the likely cause of what this failure is about.
   *
   * @param who what may have ended with it
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
                        "mend that error; it is told with this failure"));
  }

  /** Says something about the last object, or about the whole. */
  public FailureReport line(String text) {
    lines.addAll(indented(text));
    return this;
  }

  /** Indents a text, its further lines deeper: none can be taken for one of the report's own. */
  private static List<String> indented(String text) {
    List<String> indented = new ArrayList<>();
    text.lines()
        .map(Display::line)
        .forEach(line -> indented.add((indented.isEmpty() ? "  " : "      ") + line));
    return indented;
  }

  /**
   * Names what this failure is about, as {@link #list} does, and takes advice and story from it.
   */
  public FailureReport about(List<Pending> things) {
    if (story.isEmpty() && !things.isEmpty()) {
      Pending first = things.get(0);
      advice = advice.on(things);
      tell("how " + first.name() + " came about", first.cause());
    }
    return list(things);
  }

  /** Says what was happening when this failure was found. */
  public FailureReport during(@Nullable Cause happening) {
    tell("what was running, and how that came about", happening);
    return this;
  }

  private void tell(String title, @Nullable Cause cause) {
    if (cause != null) {
      story.add(title + ", latest first:");
      story.addAll(CauseText.of(cause));
    }
  }

  /** Names things and their birthplaces; at most ten of them, and how many more there are. */
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

  /** Returns the line of the user's at which an error was thrown, if it tells that. */
  static @Nullable StackTraceElement thrower(@Nullable Throwable error) {
    try {
      return error == null ? null : Site.userFrame(List.of(error.getStackTrace()));
    } catch (RuntimeException e) {
      return null; // an error that will not tell is still an error
    }
  }

  /**
   * Says where something was made, if that is known, and when, unless another thread decided that.
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
   * What to make of a failure.
   *
   * @param cause the likely cause
   * @param fix what to do about it
   */
  private record Advice(String cause, String fix) {
    /** Returns what the first thing that knows better has to say, or else this. */
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
   * When and where a failure was found.
   *
   * @param notes what the trial has noted
   * @param label which of several trials of a name this is, or nothing if there is one
   * @param replay what to run to see it again
   */
  record Circumstances(
      Duration virtual, long realMillis, List<String> notes, String label, String replay) {}
}
