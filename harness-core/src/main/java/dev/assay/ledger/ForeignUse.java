// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Remedy;
import dev.assay.stack.Sites;
import org.jspecify.annotations.Nullable;

/**
 * The use of an object by a thread that may not use it, with the reports to its trial and to the
 * thread.
 */
final class ForeignUse {
  private static final Remedy OTHERS =
      new Remedy(
          "the object belongs to another trial, or was created once for all tests",
          "let each trial create the objects that it uses");

  private ForeignUse() {}

  /**
   * Refuses a use, and records it for the trial that is responsible.
   *
   * @param holder the thread that may use the object, or null for the trial's own thread
   */
  static IllegalStateException refuse(
      Ledger ledger, @Nullable Thread holder, String what, Owned thing) {
    String name = thing.name();
    return refuse(
        ledger,
        what + " " + name,
        "%s must not %s %s, created at %s, which belongs to %s"
            .formatted(thisThread(), what, name, thing.site(), owner(ledger, holder)));
  }

  /**
   * Refuses an action of a thread on a trial that is not its own. If the thread runs another trial,
   * the refusal is thrown to its code, and counts there even if it is swallowed. Otherwise it is
   * recorded for the trial that is responsible.
   */
  static IllegalStateException refuse(Ledger ledger, String what, String text) {
    IllegalStateException refusal = new IllegalStateException(text);
    Ledger bound = CurrentWork.bound();
    if (bound != null && !bound.equals(ledger) && !bound.isForeign()) {
      return Errors.refused(refusal);
    }
    ledger.foreignCall("tried to " + what);
    return refusal;
  }

  /**
   * Records what this thread did: for the trial that owns the object or, if this thread does the
   * work of another trial, for that one.
   */
  static void report(Ledger ledger, String did) {
    Ledger bound = CurrentWork.bound();
    Ledger found = bound == null ? OwnerSearch.openHere() : bound;
    Ledger doer = found == null ? ledger : found;
    String text = thisThread() + " " + did;
    if (doer.equals(ledger)) {
      doer.foreign.add(Sites.here(), text, null);
    } else {
      doer.foreign.add(Sites.here(), text + " of another trial", OTHERS);
    }
  }

  /** Returns {@code thread worker}, or {@code thread #12} if it has no name. */
  static String thisThread() {
    Thread here = Thread.currentThread();
    return "thread " + (here.getName().isEmpty() ? "#" + here.getId() : here.getName());
  }

  private static String owner(Ledger ledger, @Nullable Thread holder) {
    Ledger current = CurrentWork.bound();
    if (current != null && !current.equals(ledger)) {
      return AfterEnd.otherOwner();
    }
    return holder == null
        ? "the thread of its trial; use callFromThread to pass work to it"
        : "thread %s, which created it, while that thread runs".formatted(holder.getName());
  }

  /**
   * Returns {@code ; that thread was created at Pool.java:12 in start}, or an empty string if that
   * is unknown.
   */
  static String birthOfThisThread() {
    Birth birth = CurrentWork.birth();
    return birth == null || birth.site().element() == null
        ? ""
        : "; that thread was created at " + birth.site();
  }
}
