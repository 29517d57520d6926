// SPDX-License-Identifier: Apache-2.0
package dev.assay.stack;

import dev.assay.pending.Site;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the stack shows about a thread, or a clock, that a trial is creating.
 *
 * @since 0.1
 */
public final class BirthStack {
  /** The class that creates the thread of straight-line code, which is bound to its trial. */
  private static final String BODY = "dev.assay.deferred.BodyThread";

  /** The class whose frames are those between the code of a trial and what runs that. */
  private static final String TRIAL = "dev.assay.trial.run.TrialRun";

  /** JUnit's class that runs a part of a test on another thread, and waits for it. */
  private static final String PREEMPTIVE = "org.junit.jupiter.api.AssertTimeoutPreemptively";

  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private final @Nullable TrialCode code;
  private Site site = Site.unknown();
  private String library = "";
  private boolean awaited;
  private boolean virtual;
  private boolean ofNobody;
  private boolean inInitialiser;

  private BirthStack(@Nullable TrialCode code) {
    this.code = code;
  }

  /**
   * Returns the facts that the stack of this thread shows.
   *
   * @param code the code that the trial of this thread runs, if it is known
   */
  public static BirthStack here(@Nullable TrialCode code) {
    BirthStack stack = new BirthStack(code);
    WALKER.walk(frames -> frames.allMatch(stack::take));
    return stack;
  }

  /** Reads the next frame outwards. Returns false if it is the last one of interest. */
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
        frame.getMethodName().equals(Sites.INITIALISER) && !TrialCode.isOnceFor(type, code);
    return true;
  }

  /** Returns the innermost line of user code. */
  public Site site() {
    return site;
  }

  /** Returns the class of a library that creates shared threads, or an empty string. */
  public String library() {
    return library;
  }

  /** Returns whether the creating thread waits for the new thread. */
  public boolean isAwaited() {
    return awaited;
  }

  /** Returns whether the thread is a virtual one. */
  public boolean isVirtual() {
    return virtual;
  }

  /**
   * Returns whether it is a thread that the harness binds, or a JDK thread that carries virtual
   * threads.
   */
  public boolean isOfNobody() {
    return ofNobody;
  }

  /**
   * Returns whether a static initialiser runs, other than that of the class for which this trial
   * does what is done once. What it creates is created once, by the trial that comes first.
   */
  public boolean isInInitialiser() {
    return inInitialiser;
  }
}
