// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;

/** What the stack says of a thread, or of a clock, that a trial is making. */
final class BirthStack {
  /** The class that makes the thread of straight-line code, which is bound to its trial. */
  private static final String BODY = "dev.assay.deferred.Carrier";

  /** The class whose frames are those between the code of a trial and what runs that. */
  private static final String TRIAL = "dev.assay.trial.run.TrialRun";

  /** The class of JUnit's that runs a part of a test on a thread of its own, and waits for it. */
  private static final String PREEMPTIVE = "org.junit.jupiter.api.AssertTimeoutPreemptively";

  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private final Ledger ledger;
  private Site site = Site.unknown();
  private String library = "";
  private boolean awaited;
  private boolean virtual;
  private boolean ofNobody;
  private boolean inInitialiser;

  private BirthStack(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Returns what the stack of this thread says. */
  static BirthStack here(Ledger ledger) {
    BirthStack stack = new BirthStack(ledger);
    WALKER.walk(frames -> frames.allMatch(stack::take));
    return stack;
  }

  /** Takes the next frame outwards; returns false if it is the last that says anything. */
  private boolean take(StackFrame frame) {
    String type = frame.getClassName();
    if (type.equals(TRIAL)) {
      return false;
    }
    if (site == Site.unknown()) {
      ofNobody |= type.equals(BODY) || type.equals("jdk.internal.misc.CarrierThread");
      awaited |= type.startsWith(PREEMPTIVE);
      site = UserCode.contains(frame.getDeclaringClass()) ? Site.of(frame) : site;
    }
    if (library.isEmpty() && LibraryThreads.areMadeBy(frame.getDeclaringClass())) {
      library = type;
    }
    virtual |= type.equals("java.lang.ThreadBuilders");
    inInitialiser |=
        frame.getMethodName().equals(Site.INITIALISER) && !TrialCode.isOnceFor(type, ledger);
    return true;
  }

  /** Returns the innermost line of user code. */
  Site site() {
    return site;
  }

  /** Returns the class of a library that makes threads for all who use it, or nothing. */
  String library() {
    return library;
  }

  boolean isAwaited() {
    return awaited;
  }

  boolean isVirtual() {
    return virtual;
  }

  /**
   * Returns whether it is a thread that the harness binds, or on which the JDK runs virtual ones.
   */
  boolean isOfNobody() {
    return ofNobody;
  }

  /**
   * Returns whether a static initialiser runs, other than that of the class whose own trial this
   * is: what it makes is made once, whoever happens to need it first.
   */
  boolean isInInitialiser() {
    return inInitialiser;
  }
}
