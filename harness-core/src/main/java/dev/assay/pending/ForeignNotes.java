// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The notes of what threads outside a trial have done: their visits, which brought work into it or
 * wanted to when it had ended, and the errors that they have met. Those threads take them down, and
 * the trial's own reads them. Visits by the same line of code are one, with a count.
 */
final class ForeignNotes {
  private static final int MOST = 1_000;

  private final Map<String, Visit> visits = new LinkedHashMap<>();
  private final List<Visit> fresh = new ArrayList<>();
  private final List<Mishap> errors = new ArrayList<>();
  private volatile @Nullable Consumer<String> hearer;

  synchronized void add(Site site, String what) {
    Visit visit = visits.get(what + site);
    if (visit == null && visits.size() < MOST) {
      visit = new Visit(site, what);
      visits.put(what + site, visit);
      fresh.add(visit);
    }
    if (visit != null) {
      visit.count();
    }
  }

  /** Takes down what comes when the trial has ended, and tells of it the first time. */
  void addLate(Site site, String what) {
    Consumer<String> told = hearer;
    if (told != null && isNew(site, what)) {
      told.accept(what);
    }
  }

  private synchronized boolean isNew(Site site, String what) {
    return visits.size() < MOST && visits.putIfAbsent(what + site, new Visit(site, what)) == null;
  }

  /** Tells somebody of what comes when the trial has ended. */
  void tellOfLate(Consumer<String> somebody) {
    hearer = somebody;
  }

  /** Takes down an error, unless it says that a trial has ended: that is told already. */
  synchronized void addError(Site site, String what, Throwable error) {
    if (errors.size() < MOST && !(error instanceof TrialOverException)) {
      errors.add(new Mishap(site, what, error));
    }
  }

  /** Opens entries for what was taken down since this was last asked. */
  synchronized void takeIn(Ledger ledger) {
    fresh.forEach(visit -> new ForeignCall(ledger, visit).open());
    fresh.clear();
    errors.forEach(one -> new LoggedError(ledger, one.site, one.what, one.error).open());
    errors.clear();
  }

  /** An error that a thread has died of, or has logged. */
  private record Mishap(Site site, String what, Throwable error) {}

  /** One line of code of one thread, and how often it came. */
  static final class Visit {
    private final Site site;
    private final String what;
    private int times;

    private Visit(Site site, String what) {
      this.site = site;
      this.what = what;
    }

    Site site() {
      return site;
    }

    private synchronized void count() {
      times++;
    }

    synchronized String text() {
      return times == 1 ? what : what + ", " + times + " times";
    }
  }
}
