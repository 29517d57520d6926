// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * The use of a trial's things when the trial has ended, or by another trial. It is refused; on a
 * thread that does not run another trial, nobody may see that, so that somebody else is told.
 *
 * @since 0.1
 */
public final class AfterEnd {
  private static final String ADVICE = "; a trial must make what it uses itself";

  private AfterEnd() {}

  /**
   * Tells somebody, from now on, of what threads of a trial do when it has ended: on those threads,
   * and once for each line of code and each error.
   */
  public static void tell(Ledger ledger, LateListener listener) {
    ledger.foreign.tellOfLate(listener);
  }

  /**
   * Takes down that something of a trial has come about when that has ended.
   *
   * @param site the line of the trial's that is to blame
   * @param what what has come about, as a sentence without a full stop
   */
  public static void tellOf(Ledger ledger, Site site, String what) {
    ledger.foreign.addLate(site, what + "; its line is " + site);
  }

  /**
   * Refuses what is wanted of a trial that has ended.
   *
   * @param what what is wanted, such as {@code fire Deferred#2}
   */
  public static TrialOverException refuse(Ledger ledger, String what) {
    TrialCode code = ledger.code();
    String named = code == null ? "" : ", " + code.name() + ",";
    return refuse(ledger, what, "nobody can " + what + ": its trial" + named);
  }

  /**
   * Refuses what is wanted of a trial that has ended, with words that know more.
   *
   * @param trial the words for the trial, such as {@code the trial of Deferred#2}
   */
  public static TrialOverException refuse(Ledger ledger, String what, String trial) {
    if (CurrentWork.bound() == null && !Asking.isHere()) {
      report(ledger, "wanted to " + what);
    }
    return Errors.refused(new TrialOverException(trial + " has ended" + ADVICE));
  }

  /**
   * Tells the trial whose work this thread does now or, if there is none, who hears of the late.
   */
  private static void report(Ledger ledger, String did) {
    Ledger doer = Whose.openHere();
    String text = ForeignUse.thisThread() + " " + did;
    if (doer == null) {
      ledger.foreign.addLate(Site.here(), text);
    } else {
      doer.foreign.add(Site.here(), text + " of a trial that has ended", null);
    }
  }

  /** Returns the words for who owns what the trial of this thread must not use. */
  public static String otherOwner() {
    return "another trial or to what is done once for all" + ADVICE;
  }
}
