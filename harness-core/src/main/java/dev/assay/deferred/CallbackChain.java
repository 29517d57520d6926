// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * The engine of a Deferred: its result so far, and the loop that passes the result through the
 * levels.
 *
 * <p>Chains that pass results to each other run in one loop, with a list of callers on the heap, so
 * the stack does not grow with their number. Start reading at {@link #run}. The rules of the loop
 * are Twisted's:
 *
 * <ul>
 *   <li>A running chain is not run again from inside. Levels added meanwhile are placed after the
 *       existing ones.
 *   <li>When a level returns a Deferred, the chain takes that Deferred's result if there is one,
 *       and otherwise waits for it.
 *   <li>A chain that passes its result to a waiting chain continues with null, as soon as the
 *       waiting chain is done or waits itself. If the waiting chain is paused, the first chain
 *       continues when it is next asked to run.
 * </ul>
 */
abstract sealed class CallbackChain extends LevelQueue permits WatchedChain {
  /** A level of this chain is running. */
  private static final int RUNNING = 1;

  /** The result is a failure that no level has handled. */
  private static final int UNHANDLED = 1 << 1;

  /** The chain was cancelled, and the next firing has no effect. */
  private static final int LATE_FIRING_IGNORED = 1 << 2;

  /** Another chain has waited for this one. Without that, this one cannot wait for itself. */
  private static final int HAS_WAITERS = 1 << 3;

  /** The running level has passed the result on to a chain that it fired. */
  private static final int RESULT_FORWARDED = 1 << 4;

  /** The lowest bit of the number of pauses. */
  private static final int PAUSES = 5;

  private static final int ONE_PAUSE = 1 << PAUSES;

  /**
   * The current result: {@link NoResult}, a value, a {@link Failed}, or the Deferred this one waits
   * for.
   */
  private @Nullable Object result = NoResult.UNFIRED;

  /**
   * The flags above and, from bit {@link #PAUSES} on, the number of pauses. Packed into one int,
   * they keep a Deferred at 40 bytes (on a 64-bit JVM with compressed references); five booleans
   * and a counter would make it 48. Programs may create millions of them.
   */
  private int status;

  final @Nullable Object result() {
    return result;
  }

  final boolean isUnfired() {
    return result == NoResult.UNFIRED;
  }

  final boolean isWaiting() {
    return result instanceof CallbackChain;
  }

  final boolean hasUnhandledFailure() {
    return (status & UNHANDLED) != 0;
  }

  /** Returns the unhandled failure that a level of the given trial raised, or null. */
  final @Nullable Failed unhandledOf(@Nullable GuestRecord guest) {
    return hasUnhandledFailure() && result instanceof Failed failed && failed.guest == guest
        ? failed
        : null;
  }

  final int pauses() {
    return status >>> PAUSES;
  }

  /**
   * Returns whether a callback of this chain is running. The result is then the one the callback
   * received.
   */
  public final boolean isRunning() {
    return (status & RUNNING) != 0;
  }

  /**
   * Ignores the next firing. Called on cancellation: the code that was to fire this chain cannot
   * know about it.
   */
  final void ignoreLateFiring() {
    status |= LATE_FIRING_IGNORED;
  }

  final void addPause() {
    status += ONE_PAUSE;
  }

  /** Removes one pause and, after the last one, runs the levels that were held back. */
  final void removePause() {
    status -= ONE_PAUSE;
    if (!isUnfired()) {
      run();
    }
  }

  /** Appends a level, and runs it if the chain has reached it. */
  void add(Object level) {
    append(level);
    if (result != NoResult.UNFIRED) {
      run();
    }
  }

  /**
   * Fires the chain: stores its first result and runs it, unless a late firing is to be ignored.
   */
  final void fire(@Nullable Object first) {
    if (acceptFiring(first)) {
      run();
    }
  }

  /** Stores the result that a new chain is created with. */
  final void startWith(@Nullable Object first) {
    result = first;
    updateState();
  }

  /** Stores the first result. Returns false if the firing is to be ignored. */
  private boolean acceptFiring(@Nullable Object first) {
    if (result == NoResult.UNFIRED) {
      beforeFiring(first);
      result = first;
      return true;
    }
    if ((status & LATE_FIRING_IGNORED) == 0) {
      throw alreadyFired(first);
    }
    status &= ~LATE_FIRING_IGNORED;
    return false;
  }

  /** Returns a name that is the same in every equal run. */
  public abstract String name();

  /** Returns the ledger of the trial that created this chain, or null outside a trial. */
  abstract @Nullable Ledger ledger();

  /** Called with the first result before it takes effect. May throw to refuse it. */
  abstract void beforeFiring(@Nullable Object first);

  abstract AlreadyFiredException alreadyFired(@Nullable Object late);

  /** Called when a level has turned one result into another, if the site of the level is known. */
  abstract void levelRan(Site level, @Nullable Object in, @Nullable Object out);

  /** Called when the chain has run as far as it can for now. */
  abstract void updateRecord();

  private void run() {
    if ((status & RUNNING) != 0 || isWaiting()) {
      return;
    }
    CallbackChain current = this;
    Caller caller = null;
    while (true) {
      boolean waited = current.isWaiting();
      Handover handover = current.runLevels();
      if (handover != null) {
        caller = new Caller(current, handover.firesTarget, caller);
        current = handover.target;
        continue;
      }
      current.forgetTaken();
      current.updateState();
      if (waited || current.pauses() > 0) {
        caller = Caller.innermostThatFired(caller);
      }
      if (caller == null) {
        return;
      }
      current = caller.chain();
      current.endFiringOther();
      caller = caller.outer();
    }
  }

  /**
   * Runs levels until one passes the result to another chain, which is returned, or the chain
   * stops.
   */
  private @Nullable Handover runLevels() {
    Handover handover = null;
    while (handover == null && status < ONE_PAUSE && !isWaiting() && hasLevels()) {
      Object level = takeLevel();
      if (!(level instanceof Level special)) {
        runCallback(level);
      } else if (special instanceof Handover next) {
        handover = handOver(next) ? next : null;
      } else if (special instanceof Level.Observer observer) {
        handover = showTo(observer);
      } else {
        runLevel(special);
      }
    }
    return handover;
  }

  private void runCallback(Object callback) {
    if (result instanceof Failed) {
      return;
    }
    status |= RUNNING;
    try {
      Object returned = Level.call(callback, result);
      if (returned instanceof CallbackChain inner) {
        throw Messages.unexpectedDeferred(Messages.callback(null, callback), inner);
      }
      result = returned;
    } catch (Throwable error) {
      result = new Failed(error);
    }
    status &= ~RUNNING;
  }

  private void runLevel(Level level) {
    Object in = result;
    if (level.takes(in)) {
      status |= RUNNING;
      try {
        storeReturned(level.pass(in), level);
      } catch (Throwable error) {
        result = Failed.of(error, level, in);
      }
      status &= ~RUNNING;
      afterLevel(level, in, result);
    }
    GuestRecord guest = level.guest();
    if (guest != null) {
      guest.levelTaken();
    }
  }

  /**
   * Shows the result to an observer. Returns the firing of another chain if that chain is to run
   * now.
   */
  private @Nullable Handover showTo(Level.Observer observer) {
    Object in = result;
    status |= RUNNING;
    try {
      FiringRequest request = observer.pass(in);
      if (request != null
          && request.target().acceptFiring(Failed.raisedBy(observer, request.first()))) {
        status |= observer.replacesByNull(in) ? RESULT_FORWARDED : 0;
        afterLevel(observer, in, observer.replacesByNull(in) ? null : in);
        return new Handover(request.target(), true);
      }
      result = observer.replacesByNull(in) ? null : in;
    } catch (Throwable error) {
      result = Failed.of(error, observer, in);
    }
    status &= ~RUNNING;
    afterLevel(observer, in, result);
    return null;
  }

  private void afterLevel(Level level, @Nullable Object in, @Nullable Object out) {
    GuestRecord.settle(in);
    if (level.site != null) {
      levelRan(level.site, in, out);
    }
  }

  /** Stores what a level returned: a value, or a Deferred's result as soon as there is one. */
  private void storeReturned(@Nullable Object returned, Level level) {
    if (!(returned instanceof CallbackChain inner)) {
      if (level.returnsDeferred) {
        throw Messages.notDeferred(level, returned);
      }
      result = returned;
    } else if (!level.returnsDeferred) {
      throw Messages.unexpectedDeferred(level, inner);
    } else if (inner == this || ((status & HAS_WAITERS) != 0 && inner.waitsFor(this))) {
      throw Messages.waitsForItself(level, this, inner);
    } else if (inner.isUnfired() || inner.isWaiting() || inner.pauses() > 0) {
      result = inner;
      inner.status |= HAS_WAITERS;
      inner.append(new Handover(this, false));
    } else {
      result = Failed.raisedBy(level, inner.takeResult());
    }
  }

  /** Returns whether this chain is the other one, or waits for it, directly or through others. */
  final boolean waitsFor(CallbackChain other) {
    CallbackChain chain = this;
    while (chain != other && chain.result instanceof CallbackChain inner) {
      chain = inner;
    }
    return chain == other;
  }

  /** Passes the result to another chain. Returns whether that chain is to run now. */
  private boolean handOver(Handover handover) {
    CallbackChain target = handover.target;
    if (!handover.firesTarget) {
      target.result = takeResult();
      return true;
    }
    Failed refused = null;
    status |= RUNNING | RESULT_FORWARDED;
    try {
      if (target.acceptFiring(resultForOther())) {
        return true;
      }
    } catch (AlreadyFiredException e) {
      refused = new Failed(e);
    }
    endFiringOther();
    result = refused;
    return false;
  }

  /**
   * Ends a level that fired another chain. A result that was forwarded is no longer this chain's.
   */
  private void endFiringOther() {
    if ((status & RESULT_FORWARDED) != 0) {
      result = null;
    }
    status &= ~(RUNNING | RESULT_FORWARDED);
  }

  /**
   * Returns the result, which belongs to another chain from now on, and leaves null in this one.
   */
  private @Nullable Object takeResult() {
    Object given = resultForOther();
    result = null;
    updateState();
    return given;
  }

  /** Returns the result as the other chain receives it: no guest is responsible for it any more. */
  private @Nullable Object resultForOther() {
    GuestRecord.settle(result);
    return Failed.unseen(result);
  }

  /** Updates the records once the chain has run as far as it can for now. */
  private void updateState() {
    Failed failed = result instanceof Failed some ? some : null;
    if (pauses() == 0) {
      boolean unhandled = failed != null && !failed.seen;
      status = unhandled ? status | UNHANDLED : status & ~UNHANDLED;
    }
    if (failed != null && failed.guest != null) {
      failed.guest.update();
    }
    updateRecord();
  }
}
