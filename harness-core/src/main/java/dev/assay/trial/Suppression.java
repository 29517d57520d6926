// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Display;
import java.util.ArrayList;
import java.util.List;

/** Several failures as one, so that none is lost. */
final class Suppression {
  private static final int MOST = 50;

  private Suppression() {}

  /** Returns the first, with others and a note suppressed in it; to do so again adds nothing. */
  static Throwable join(List<Throwable> problems, String note) {
    Throwable first = problems.get(0);
    for (Throwable other : problems.subList(0, Math.min(problems.size(), MOST))) {
      if (isReachable(first, other)) {
        continue;
      }
      if (isReachable(other, first)) {
        // Two that hold each other would be a ring, in which some printers never end.
        note(first, "also, and because of this: " + Display.of(other));
      } else {
        first.addSuppressed(other);
      }
    }
    if (problems.size() > MOST) {
      note(first, "there are " + (problems.size() - MOST) + " more problems, which are not told");
    }
    note(first, note);
    return first;
  }

  private static void note(Throwable first, String text) {
    List<Throwable> told = List.of(first.getSuppressed());
    if (told.stream().noneMatch(some -> some instanceof TrialNote noted && noted.says(text))) {
      first.addSuppressed(new TrialNote(text));
    }
  }

  /**
   * Returns whether a failure is another, or suppresses it or has it as its cause, however deep.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isReachable(Throwable from, Throwable wanted) {
    return within(from).stream().anyMatch(some -> some == wanted);
  }

  /** Returns a failure, and what it suppresses or has as its cause, however deep. */
  @SuppressWarnings("ReferenceEquality")
  static List<Throwable> within(Throwable from) {
    List<Throwable> seen = new ArrayList<>(List.of(from));
    for (int i = 0; i < seen.size(); i++) {
      for (Throwable some : next(seen.get(i))) {
        if (seen.stream().noneMatch(known -> known == some)) {
          seen.add(some);
        }
      }
    }
    return seen;
  }

  private static List<Throwable> next(Throwable thrown) {
    List<Throwable> next = new ArrayList<>(List.of(thrown.getSuppressed()));
    try {
      if (thrown.getCause() != null) {
        next.add(thrown.getCause());
      }
    } catch (RuntimeException e) {
      // A failure that does not tell its cause is still a failure.
    }
    return next;
  }
}
