// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.pending.AfterEnd;
import dev.assay.pending.Birthplace;
import dev.assay.pending.Errors;
import dev.assay.pending.ExpectedWork;
import dev.assay.pending.Ledger;
import dev.assay.pending.StandIn;
import dev.assay.pending.Steppable;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The thread that a timeline belongs to, and the work that others have handed over to it. */
final class OwnerThread {
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final @Nullable Ledger ledger;
  private final Steppable timeline;
  private final Birthplace birthplace;
  private volatile Thread thread = StandIn.original();

  /** Whether another thread of the trial has made the timeline, and has it still. */
  private volatile boolean lent;

  OwnerThread(@Nullable Ledger ledger, Steppable timeline) {
    this.ledger = ledger;
    this.timeline = timeline;
    this.birthplace = ledger == null ? Birthplace.UNKNOWN : Birthplace.here(ledger);
    this.lent = ledger != null && ledger.isForeign();
  }

  /** Returns whether the trial's own thread may not touch this yet. */
  boolean isLent() {
    return lent;
  }

  /**
   * Returns whether this is the thread, or one that stands in for it, as the body of a {@link
   * dev.assay.deferred.Sequential} does.
   */
  boolean isHere() {
    return Thread.currentThread().equals(thread) || StandIn.original().equals(thread);
  }

  void check(String what) {
    if (birthplace.isInInitialiser()) {
      throw Errors.refused(
          new IllegalStateException(
              ("nobody must %s: the clock%s is made once for all, by a static initialiser;"
                      + " a trial must make what it uses itself")
                  .formatted(what, madeAt())));
    }
    if (!isHere() && !takesOver()) {
      checkOpen(what);
      String text =
          "thread %s must not %s: the clock%s belongs to %s"
              .formatted(Thread.currentThread().getName(), what, madeAt(), owner());
      throw ledger == null ? new IllegalStateException(text) : Errors.refuse(ledger, what, text);
    }
  }

  private String madeAt() {
    return birthplace.site().element() == null ? "" : ", made at " + birthplace.site() + ",";
  }

  /**
   * Lets the trial's own thread have what another of its threads has made, or any thread what one
   * has made that has ended; returns whether it has it now.
   */
  private boolean takesOver() {
    if (!lent || ledger == null || ledger.isClosed() || (ledger.isForeign() && thread.isAlive())) {
      return false;
    }
    moveHere();
    ledger.adopt(timeline);
    return true;
  }

  /** Refuses a request that another thread makes, or that comes when the trial has ended. */
  void checkRequest(String what) {
    check(what);
    checkOpen(what);
  }

  /** Says who owns the clock, and what one who does not is to do. */
  private String owner() {
    Ledger current = Ledger.current();
    return current == null || current.equals(ledger)
        ? "thread %s; hand work over with executor()".formatted(thread.getName())
        : AfterEnd.otherOwner();
  }

  /** Refuses what is wanted when the trial has ended. */
  void checkOpen(String what) {
    if (ledger != null && ledger.isClosed()) {
      throw AfterEnd.refuse(ledger, what);
    }
  }

  void moveHere() {
    thread = StandIn.original();
    lent = ledger != null && lent && ledger.isForeign();
  }

  /** Runs work on the own thread: at once if this is it, otherwise when work is next collected. */
  void handOver(Runnable work) {
    handOver(work, work);
  }

  /** Runs on the own thread what comes of a task that any thread may have given. */
  void handOver(Runnable task, Runnable work) {
    checkOpen("hand work over");
    if (isHere()) {
      takeIn();
      work.run();
    } else {
      if (ledger != null && !(task instanceof ExpectedWork)) {
        ledger.foreignCall("handed work over");
      }
      inbox.add(work);
    }
  }

  /**
   * Leaves work for the own thread, which does it at once if this is it: work that tells it
   * something and changes nothing in what happens, so that it is no call from outside.
   */
  void leave(Runnable work) {
    if (isHere()) {
      work.run();
    } else {
      inbox.add(work);
    }
  }

  /** Collects what other threads have handed over. */
  void takeIn() {
    for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
      work.run();
    }
  }
}
