// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import dev.assay.pending.TrialOverException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reports of what threads outside a trial have done: their visits, which brought work into it
 * or tried to after its end, and the errors in them. Those threads report, and the trial's own
 * thread collects the reports. Visits by the same line of code are combined, with a count.
 */
final class ForeignReports {
  private static final int MOST = 1_000;

  private final Map<String, Visit> visits = new LinkedHashMap<>();
  private final List<Visit> fresh = new ArrayList<>();
  private final List<Mishap> errors = new ArrayList<>();
  private final List<Mishap> known = new ArrayList<>();
  private volatile @Nullable AfterEndListener listener;

  /**
   * Records a visit.
   *
   * @param remedy how to fix it, or null for the usual advice
   */
  synchronized void add(Site site, String what, @Nullable Remedy remedy) {
    if (CurrentWork.isAsking()) {
      return;
    }
    Visit visit = visits.get(what + site);
    if (visit == null && visits.size() < MOST) {
      visit = new Visit(site, what, ForeignUse.birthOfThisThread(), remedy);
      visits.put(what + site, visit);
      fresh.add(visit);
    }
    if (visit != null) {
      visit.count();
    }
  }

  /** Records a visit after the end of the trial, and reports it the first time. */
  void addLate(Site site, String what) {
    AfterEndListener notified = listener;
    if (notified != null && isNew(site, what)) {
      notified.used(what + ForeignUse.birthOfThisThread());
    }
  }

  private synchronized boolean isNew(Site site, String what) {
    return visits.size() < MOST
        && visits.putIfAbsent(what + site, new Visit(site, what, "", null)) == null;
  }

  /** Sets the listener for visits after the end of the trial. */
  void listenAfterEnd(AfterEndListener newListener) {
    listener = newListener;
  }

  /**
   * Records an error once, unless it says that a trial has ended, as that is reported already.
   *
   * @param over whether the trial has ended, so that the listener is to be called
   */
  void addError(Site site, String what, Throwable error, boolean over) {
    AfterEndListener notified = listener;
    if (error instanceof TrialOverException || !isNew(site, what, error)) {
      return;
    }
    if (!over) {
      add(new Mishap(site, what, error, Thread.currentThread().getId()));
    } else if (notified != null) {
      notified.failed(what + ForeignUse.birthOfThisThread(), error);
    }
  }

  private synchronized void add(Mishap mishap) {
    errors.add(mishap);
  }

  /** Returns whether an error of this thread was recorded here. */
  @SuppressWarnings("ReferenceEquality")
  synchronized boolean knows(Throwable error) {
    long thread = Thread.currentThread().getId();
    return known.stream().anyMatch(one -> one.error == error && one.thread == thread);
  }

  /**
   * Returns whether an error is new. The same error may come through two handlers, or through the
   * logs of two trials.
   */
  @SuppressWarnings("ReferenceEquality")
  private synchronized boolean isNew(Site site, String what, Throwable error) {
    long thread = Thread.currentThread().getId();
    if (known.size() == MOST
        || known.stream()
            .anyMatch(one -> one.error == error && one.thread == thread && one.what.equals(what))) {
      return false;
    }
    known.add(new Mishap(site, what, error, thread));
    return true;
  }

  /** Opens entries for what was recorded since the last call. */
  synchronized void collect(Ledger ledger) {
    fresh.forEach(visit -> new ForeignCall(ledger, visit).open());
    fresh.clear();
    errors.forEach(one -> new LoggedError(ledger, one.site, one.what, one.error).open());
    errors.clear();
  }

  /** An error that has ended a thread, or that a thread has logged. */
  private record Mishap(Site site, String what, Throwable error, long thread) {}

  /** One line of code of one thread, and the number of its visits. */
  static final class Visit {
    private final Site site;
    private final String what;
    private final String origin;
    private final @Nullable Remedy remedy;
    private int times;

    private Visit(Site site, String what, String origin, @Nullable Remedy remedy) {
      this.site = site;
      this.what = what;
      this.origin = origin;
      this.remedy = remedy;
    }

    @Nullable Remedy remedy() {
      return remedy;
    }

    Site site() {
      return site;
    }

    private synchronized void count() {
      times++;
    }

    synchronized String text() {
      return (times == 1 ? what : what + ", " + times + " times") + origin;
    }
  }
}
