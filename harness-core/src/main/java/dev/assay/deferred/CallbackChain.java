// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Ledger;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * The engine of a Deferred: its result so far, and the loop that takes it through the levels.
 *
 * <p>Chains that hand results to each other run in one loop with a list of callers on the heap, so
 * the stack does not grow with their number. The rules of the loop are Twisted's:
 *
 * <ul>
 *   <li>A chain that runs is not run again from inside: levels added meanwhile come after those
 *       there are.
 *   <li>A level that returns a Deferred takes its result, if it has one, and waits for it
 *       otherwise.
 *   <li>The chain that gives up its result to one that waits goes on with null when that one is
 *       done or waits in its turn; if that one is paused, when it is next asked to.
 * </ul>
 */
abstract sealed class CallbackChain extends LevelQueue permits WatchedChain {
  private static final int RUNNING = 1;
  private static final int UNHANDLED = 1 << 1;
  private static final int LATE_FIRING_IGNORED = 1 << 2;
  private static final int WAITED_FOR = 1 << 3;
  private static final int FORWARDING = 1 << 4;
  private static final int PAUSES = 5;
  private static final int ONE_PAUSE = 1 << PAUSES;

  /** {@link NoResult}, a value, a {@link Failed}, or the Deferred that this one waits for. */
  private @Nullable Object result = NoResult.UNFIRED;

  /** The flags above and, from the bit {@link #PAUSES} on, the number of pauses. */
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

  /** Returns the unhandled failure that a level of this trial's raised, or null. */
  final @Nullable Failed unhandledOf(@Nullable GuestRecord guest) {
    return hasUnhandledFailure() && result instanceof Failed failed && failed.guest == guest
        ? failed
        : null;
  }

  final int pauses() {
    return status >>> PAUSES;
  }

  /** Returns whether a callback of this is running: what this holds is then what that one took. */
  public final boolean isRunning() {
    return (status & RUNNING) != 0;
  }

  /** Ignores the next firing: whoever was to fire this chain cannot know that it was cancelled. */
  final void ignoreLateFiring() {
    status |= LATE_FIRING_IGNORED;
  }

  final void addPause() {
    status += ONE_PAUSE;
  }

  /** Takes back a pause and, after the last one, runs what was held up. */
  final void removePause() {
    status -= ONE_PAUSE;
    if (!isUnfired()) {
      run();
    }
  }

  /** Appends a level, and runs it if the chain has come that far. */
  void add(Object level) {
    append(level);
    if (result != NoResult.UNFIRED) {
      run();
    }
  }

  /** Gives the chain its first result and runs it, unless a late firing is to be ignored. */
  final void fire(@Nullable Object first) {
    if (accept(first)) {
      run();
    }
  }

  /** Gives a chain that is just made the result that it was made with. */
  final void bear(@Nullable Object first) {
    result = first;
    rest();
  }

  /** Stores the first result; returns whether it counts. */
  private boolean accept(@Nullable Object first) {
    if (result == NoResult.UNFIRED) {
      fired(first);
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

  /** Returns the ledger of the trial that made this, or null if none watched. */
  abstract @Nullable Ledger ledger();

  /** Is told of the first result before it takes effect, and may refuse it. */
  abstract void fired(@Nullable Object first);

  abstract AlreadyFiredException alreadyFired(@Nullable Object late);

  /** Is told that a level turned one result into another, if the level knows its site. */
  abstract void ran(Site level, @Nullable Object in, @Nullable Object out);

  /** Is told when the chain has done what can be done now. */
  abstract void rested();

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
        caller = new Caller(current, handover.fires, caller);
        current = handover.target;
        continue;
      }
      current.forgetTaken();
      current.rest();
      if (waited || current.pauses() > 0) {
        caller = Caller.thatFired(caller);
      }
      if (caller == null) {
        return;
      }
      current = caller.chain();
      current.endFiring();
      caller = caller.outer();
    }
  }

  /** Runs levels until one hands the result over, which is returned, or the chain stops. */
  private @Nullable Handover runLevels() {
    Handover handover = null;
    while (handover == null && status < ONE_PAUSE && !isWaiting() && hasLevels()) {
      Object level = takeLevel();
      if (!(level instanceof Level special)) {
        runCallback(level);
      } else if (special instanceof Handover next) {
        handover = handOver(next) ? next : null;
      } else if (special instanceof Level.Look look) {
        handover = lookAt(look);
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
        throw Wording.unexpectedDeferred(Wording.callback(null, callback), inner);
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
        settleOn(level.pass(in), level);
      } catch (Throwable error) {
        result = Failed.of(error, level, in);
      }
      status &= ~RUNNING;
      passed(level, in, result);
    }
    GuestRecord guest = level.guest();
    if (guest != null) {
      guest.levelTaken();
    }
  }

  /** Lets a look see the result; returns how it fired another chain, if that one is to run now. */
  private @Nullable Handover lookAt(Level.Look look) {
    Object in = result;
    status |= RUNNING;
    try {
      Firing firing = look.pass(in);
      if (firing != null && firing.target().accept(Failed.raisedBy(look, firing.first()))) {
        status |= look.takesAway(in) ? FORWARDING : 0;
        passed(look, in, look.takesAway(in) ? null : in);
        return new Handover(firing.target(), true);
      }
      result = look.takesAway(in) ? null : in;
    } catch (Throwable error) {
      result = Failed.of(error, look, in);
    }
    status &= ~RUNNING;
    passed(look, in, result);
    return null;
  }

  private void passed(Level level, @Nullable Object in, @Nullable Object out) {
    GuestRecord.settle(in);
    if (level.site != null) {
      ran(level.site, in, out);
    }
  }

  /** Makes what a level returned the result: of a Deferred, its result now or in time. */
  private void settleOn(@Nullable Object returned, Level level) {
    if (!(returned instanceof CallbackChain inner)) {
      if (level.defers) {
        throw Wording.notDeferred(level, returned);
      }
      result = returned;
    } else if (!level.defers) {
      throw Wording.unexpectedDeferred(level, inner);
    } else if (inner == this || ((status & WAITED_FOR) != 0 && inner.waitsFor(this))) {
      throw Wording.waitsForItself(level, this, inner);
    } else if (inner.isUnfired() || inner.isWaiting() || inner.pauses() > 0) {
      result = inner;
      inner.status |= WAITED_FOR;
      inner.append(new Handover(this, false));
    } else {
      result = Failed.raisedBy(level, inner.giveUpResult());
    }
  }

  /** Returns whether this chain is another, or waits for it, directly or through others. */
  final boolean waitsFor(CallbackChain other) {
    CallbackChain chain = this;
    while (chain != other && chain.result instanceof CallbackChain inner) {
      chain = inner;
    }
    return chain == other;
  }

  /** Hands the result to another chain; returns whether that one is to run now. */
  private boolean handOver(Handover handover) {
    CallbackChain target = handover.target;
    if (!handover.fires) {
      target.result = giveUpResult();
      return true;
    }
    Failed refused = null;
    status |= RUNNING | FORWARDING;
    try {
      if (target.accept(passOn())) {
        return true;
      }
    } catch (AlreadyFiredException e) {
      refused = new Failed(e);
    }
    endFiring();
    result = refused;
    return false;
  }

  /** Ends a call that fired another chain; what was forwarded to it is no longer the result. */
  private void endFiring() {
    if ((status & FORWARDING) != 0) {
      result = null;
    }
    status &= ~(RUNNING | FORWARDING);
  }

  /** Returns the result, which is another chain's from now on; this one is left with null. */
  private @Nullable Object giveUpResult() {
    Object given = passOn();
    result = null;
    rest();
    return given;
  }

  /** Returns the result as another chain gets it: what becomes of it is no guest's any more. */
  private @Nullable Object passOn() {
    GuestRecord.settle(result);
    return Failed.unseen(result);
  }

  /** Takes stock when the chain has done what can be done now. */
  private void rest() {
    Failed failed = result instanceof Failed some ? some : null;
    if (pauses() == 0) {
      boolean unhandled = failed != null && !failed.seen;
      status = unhandled ? status | UNHANDLED : status & ~UNHANDLED;
    }
    if (failed != null && failed.guest != null) {
      failed.guest.rest();
    }
    rested();
  }
}
