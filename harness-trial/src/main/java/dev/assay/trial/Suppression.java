// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.ledger.Display;
import dev.assay.trial.error.AnswerBudget;
import dev.assay.trial.error.NestedErrors;
import dev.assay.trial.error.ReportableError;
import dev.assay.trial.error.ThrowableSet;
import dev.assay.trial.error.TrialNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The combination of several failures into one, so that none is lost. */
final class Suppression {
  /** The maximum number of problems of one kind to report. */
  private static final int MOST = 50;

  /** Two reports may use the same exception at once: the second one then sees that it is in use. */
  private static final Object LOCK = new Object();

  private final List<Throwable> report;
  private final String note;
  private final AnswerBudget budget;

  /** The problems to report, the first of which is thrown. */
  private final List<Throwable> told = new ArrayList<>();

  private final List<String> notes = new ArrayList<>();

  private Suppression(List<Throwable> report, String note, AnswerBudget budget) {
    this.report = report;
    this.note = note;
    this.budget = budget;
  }

  /**
   * Returns the first problem, with the others and a note suppressed in it; a second call adds
   * nothing. If the first cannot hold them, or cannot be reported, an equivalent exception replaces
   * it.
   *
   * @param budget the time in which the problems may return their texts
   */
  static Throwable join(List<Throwable> problems, String note, AnswerBudget budget) {
    Suppression all = new Suppression(problems, note, budget);
    all.choose();
    return all.joined();
  }

  /** Chooses up to a maximum of each kind; kinds are counted separately, so that all appear. */
  private void choose() {
    ThrowableSet seen = new ThrowableSet();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Throwable problem : report) {
      if (seen.add(problem)) {
        String kind = problem instanceof TrialError error ? " " + error.code() : "";
        if (counts.merge(kind, 1, Integer::sum) <= MOST) {
          told.add(ReportableError.of(problem, report, budget));
        }
      }
    }
    counts.forEach(
        (kind, count) -> {
          if (count > MOST) {
            notes.add(
                "there are " + (count - MOST) + " more problems" + kind + ", which are not shown");
          }
        });
  }

  private Throwable joined() {
    Throwable first = told.get(0);
    List<Throwable> others = others(first);
    synchronized (LOCK) {
      boolean fits =
          !ReportableError.isStale(first, report) && (others.isEmpty() || holds(first, others));
      if (fits) {
        addAll(first, others);
        return first;
      }
    }
    Throwable standIn = ReportableError.standIn(first, report, budget);
    addAll(standIn, others);
    return standIn;
  }

  /** Returns the problems to suppress in the first: those that it does not already hold. */
  private List<Throwable> others(Throwable first) {
    List<Throwable> others = new ArrayList<>();
    ThrowableSet held = ThrowableSet.of(NestedErrors.in(first, budget));
    for (Throwable other : told.subList(1, told.size())) {
      if (held.contains(other)) {
        continue;
      }
      List<Throwable> inside = NestedErrors.in(other, budget);
      if (ThrowableSet.of(inside).contains(first)) {
        // Two that hold each other would form a cycle, in which some printers never end.
        notes.add(0, "also, caused by this: " + Display.of(other));
      } else {
        held.addAll(inside);
        others.add(other);
      }
    }
    return others;
  }

  /**
   * Returns whether an exception accepts suppressed ones: some are constructed so that they do not.
   */
  private static boolean holds(Throwable first, List<Throwable> others) {
    if (first.getSuppressed().length == 0) {
      first.addSuppressed(others.get(0));
    }
    return first.getSuppressed().length > 0;
  }

  private void addAll(Throwable first, List<Throwable> others) {
    List<Throwable> before = List.of(first.getSuppressed());
    ThrowableSet held = ThrowableSet.of(before);
    for (Throwable other : others) {
      if (held.add(other)) {
        first.addSuppressed(other);
      }
    }
    notes.stream()
        .filter(text -> notesIn(before).noneMatch(noted -> noted.says(text)))
        .forEach(text -> first.addSuppressed(new TrialNote(text, report)));
    Optional<TrialNote> open = notesIn(before).filter(TrialNote::isOpen).findFirst();
    if (open.isPresent()) {
      open.get().complete(note, report);
    } else if (notesIn(before).noneMatch(noted -> noted.says(note))) {
      first.addSuppressed(new TrialNote(note, report));
    }
  }

  private static Stream<TrialNote> notesIn(List<Throwable> suppressed) {
    return suppressed.stream().filter(TrialNote.class::isInstance).map(TrialNote.class::cast);
  }
}
