// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import dev.assay.ledger.AfterEnd;
import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Errors;
import dev.assay.ledger.ExpectedWork;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Steppable;
import dev.assay.stack.Birthplace;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The thread that a clock or a reactor belongs to, and the work that other threads have handed over
 * to it.
 *
 * @since 0.1
 */
public final class OwnerThread {
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final @Nullable Ledger ledger;
  private final Steppable owned;
  private final String name;
  private final Birthplace birthplace;
  private volatile Thread thread = CurrentWork.thread();

  /** Whether another thread of the trial has created it and still owns it. */
  private volatile boolean lent;

  /**
   * Makes the current thread the owner.
   *
   * @param ledger the ledger of the trial, or null outside a trial
   * @param name what is owned, such as {@code the clock}
   */
  public OwnerThread(@Nullable Ledger ledger, Steppable owned, String name) {
    this.ledger = ledger;
    this.owned = owned;
    this.name = name;
    this.birthplace = ledger == null ? Birthplace.UNKNOWN : Birthplace.here(ledger.code());
    this.lent = ledger != null && ledger.isForeign();
  }

  /** Returns whether the trial's own thread must not use it yet. */
  public boolean isLent() {
    return lent;
  }

  /**
   * Returns whether the current thread is the owner, or a thread that does the owner's work, as the
   * body of a {@link dev.assay.deferred.Sequential} does.
   */
  public boolean isHere() {
    return Thread.currentThread().equals(thread) || CurrentWork.thread().equals(thread);
  }

  /** Rejects a request from another thread. */
  public void check(String what) {
    if (birthplace.isInInitialiser()) {
      throw Errors.refused(
          new IllegalStateException(
              ("cannot %s: %s%s was created once for all trials, by a static initialiser;"
                      + " a trial must create the objects that it uses")
                  .formatted(what, name, madeAt())));
    }
    if (!isHere() && !takesOver()) {
      checkOpen(what);
      String text =
          "thread %s must not %s: %s%s belongs to %s"
              .formatted(Thread.currentThread().getName(), what, name, madeAt(), owner());
      throw ledger == null ? new IllegalStateException(text) : Errors.refuse(ledger, what, text);
    }
  }

  private String madeAt() {
    return birthplace.site().element() == null ? "" : ", created at " + birthplace.site() + ",";
  }

  /**
   * Transfers ownership to the current thread, if the current thread is the trial's own and another
   * thread of the trial created it, or if the thread that created it has ended. Returns whether the
   * current thread is now the owner.
   */
  private boolean takesOver() {
    if (!lent || ledger == null || ledger.isClosed() || (ledger.isForeign() && thread.isAlive())) {
      return false;
    }
    moveHere();
    ledger.adopt(owned);
    return true;
  }

  /** Rejects a request from another thread, or after the end of the trial. */
  public void checkRequest(String what) {
    check(what);
    checkOpen(what);
  }

  /** Returns a description of the owner, with advice for code that is not the owner. */
  private String owner() {
    Ledger current = Ledger.current();
    return current == null || current.equals(ledger)
        ? "thread %s; hand work over with executor()".formatted(thread.getName())
        : AfterEnd.otherOwner();
  }

  /** Rejects a request after the end of the trial. */
  public void checkOpen(String what) {
    if (ledger != null && ledger.isClosed()) {
      throw AfterEnd.refuse(ledger, what);
    }
  }

  /** Makes the current thread the owner. */
  public void moveHere() {
    thread = CurrentWork.thread();
    lent = ledger != null && lent && ledger.isForeign();
  }

  /**
   * Runs work on the owner thread: immediately if this is the owner, otherwise when work is next
   * collected.
   */
  public void handOver(Runnable work) {
    handOver(work, work);
  }

  /**
   * Runs the work that results from a task on the owner thread; any thread may have submitted the
   * task.
   */
  public void handOver(Runnable task, Runnable work) {
    checkOpen("hand work over");
    if (isHere()) {
      collect();
      work.run();
    } else {
      if (ledger != null && !(task instanceof ExpectedWork)) {
        ledger.foreignCall("handed work over");
      }
      inbox.add(work);
    }
  }

  /**
   * Leaves work for the owner thread, or does it immediately if this is the owner. The work only
   * informs the owner and has no effect on the course of events, so it does not count as a call
   * from outside.
   */
  public void leave(Runnable work) {
    if (isHere()) {
      work.run();
    } else {
      inbox.add(work);
    }
  }

  /** Does the work that other threads have handed over. */
  public void collect() {
    for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
      work.run();
    }
  }
}
