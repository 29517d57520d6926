// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Site;
import dev.assay.pending.TrialOverException;
import dev.assay.stack.Sites;
import dev.assay.stack.TrialCode;

/**
 * The refusal of uses of a trial's objects by another trial, or after the trial has ended. On a
 * thread that runs no other trial the refusal may go unnoticed, so it is reported to a listener as
 * well.
 *
 * @since 0.1
 */
public final class AfterEnd {
  private static final String ADVICE = "; a trial must create the objects that it uses";

  private AfterEnd() {}

  /**
   * Reports to a listener, from now on, what threads of a trial do after its end. The listener is
   * called on those threads, and once for each line of code and each error.
   */
  public static void listen(Ledger ledger, AfterEndListener listener) {
    ledger.foreign.listenAfterEnd(listener);
  }

  /**
   * Records that something of a trial happened after its end.
   *
   * @param site the line of the trial that caused it
   * @param what what happened, as a sentence without a full stop
   */
  public static void report(Ledger ledger, Site site, String what) {
    ledger.foreign.addLate(site, what + "; the line is " + site);
  }

  /**
   * Refuses an action on a trial that has ended.
   *
   * @param what the action, such as {@code fire Deferred#2}
   */
  public static TrialOverException refuse(Ledger ledger, String what) {
    TrialCode code = ledger.code();
    String named = code == null ? "" : ", " + code.name() + ",";
    return refuse(ledger, what, "cannot " + what + ": its trial" + named);
  }

  /**
   * Refuses an action on a trial that has ended, with a more exact text.
   *
   * @param trial the words for the trial, such as {@code the trial of Deferred#2}
   */
  public static TrialOverException refuse(Ledger ledger, String what, String trial) {
    if (CurrentWork.bound() == null && !CurrentWork.isAsking()) {
      reportUse(ledger, "tried to " + what);
    }
    return Errors.refused(new TrialOverException(trial + " has ended" + ADVICE));
  }

  /**
   * Reports to the trial whose work this thread does or, if there is none, to the listener for late
   * events.
   */
  private static void reportUse(Ledger ledger, String did) {
    Ledger doer = OwnerSearch.openHere();
    String text = ForeignUse.thisThread() + " " + did;
    if (doer == null) {
      ledger.foreign.addLate(Sites.here(), text);
    } else {
      doer.foreign.add(Sites.here(), text + " of a trial that has ended", null);
    }
  }

  /** Returns the words for the owner of something that the trial of this thread must not use. */
  public static String otherOwner() {
    return "another trial, or to code that runs once for all tests" + ADVICE;
  }
}
