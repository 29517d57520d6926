// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Ledger;
import dev.assay.pending.StandIn;
import dev.assay.trial.TrialOutcome.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A run whose parts another framework does, in an order of its own. That framework gets at once
 * what a part returns or throws, and says at the end what it takes for the failure of the test.
 *
 * <p>Threads may take turns in it: whichever does a part stands in for the one that has made this.
 * A part that is done inside another is a piece of it.
 *
 * @since 0.1
 */
public final class HostedRun {
  /** How long a thread that was given up may take to leave its part, in seconds. */
  private static final long GRACE = 5;

  private final TrialRun run;
  private final Thread home = StandIn.original();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean givenUp;
  private boolean cleaned;
  private @Nullable Throwable late;

  /** Makes the parts of a run, which has done none yet, somebody else's business. */
  public HostedRun(TrialRun run) {
    this.run = run;
  }

  /** Returns the run. */
  public TrialRun run() {
    return run;
  }

  /**
   * Does a part of the trial that is not its test.
   *
   * @param phase what the part is, such as {@code setUp}; what is born in it says so
   */
  public <T extends @Nullable Object> T part(String phase, Part<T> part) throws Throwable {
    if (turn.isHeldByCurrentThread() || !enter()) {
      return part.run();
    }
    Ledger.Binding standIn = StandIn.of(home, Ledger.current());
    List<T> result = new ArrayList<>(1);
    try {
      Throwable thrown =
          run.attempt(
              phase,
              trial -> {
                result.add(part.run());
                return null;
              });
      if (thrown != null) {
        if (givenUp && late == null) {
          late = thrown;
        }
        throw thrown;
      }
      return result.get(0);
    } finally {
      leave(standIn);
    }
  }

  /**
   * Does what the trial is about.
   *
   * @throws SkippedException if the test has failed as was expected of it; the failure is its cause
   */
  public <T extends @Nullable Object> T test(Part<T> body) throws Throwable {
    Todo todo = run.settings().todo();
    if (todo == null || turn.isHeldByCurrentThread()) {
      return part("test", body);
    }
    try {
      part("test", body);
    } catch (Throwable thrown) {
      throw todo.expects(thrown) ? new SkippedException("todo: " + todo.reason(), thrown) : thrown;
    }
    throw todo.passed(run);
  }

  /** Does the clean-ups that were added so far, last first; it does so once. */
  public void cleanUp() {
    if (cleaned || turn.isHeldByCurrentThread() || !enter()) {
      return;
    }
    cleaned = true;
    Ledger.Binding standIn = StandIn.of(home, Ledger.current());
    try {
      run.cleanUp();
    } finally {
      leave(standIn);
    }
  }

  /**
   * Gives up, on any thread, the part that one is doing, as a watchdog does.
   *
   * @param why what has happened, as one plain sentence without a full stop
   */
  public void giveUp(Thread worker, String why) {
    givenUp = true;
    List<StackTraceElement> stack = List.of(worker.getStackTrace());
    run.guarded().giveUp(worker, new Guarded.Verdict(FailureCode.STUCK, why, stack));
  }

  /**
   * Ends the run and returns the verdict.
   *
   * @param failure what the framework has seen the test fail with, which then is the first problem
   */
  public TrialOutcome close(@Nullable Throwable failure) {
    TrialOutcome outcome = enter() ? closeInTurn(failure) : run.abandon();
    return failure != null && outcome instanceof Failed failed ? led(failure, failed) : outcome;
  }

  private TrialOutcome closeInTurn(@Nullable Throwable failure) {
    Ledger.Binding standIn = StandIn.of(home, Ledger.current());
    try {
      run.take(failure);
      run.take(late);
      return run.close();
    } finally {
      leave(standIn);
    }
  }

  private static Failed led(Throwable first, Failed failed) {
    List<Throwable> problems = new ArrayList<>(failed.problems());
    problems.removeIf(first::equals);
    problems.add(0, first);
    return new Failed(problems, failed.note());
  }

  /** Begins a turn; returns false if another thread does not leave its part. */
  private boolean enter() {
    boolean interrupted = false;
    try {
      return turn.tryLock() || turn.tryLock(givenUp ? GRACE : 0, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
      return turn.tryLock();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void leave(Ledger.Binding standIn) {
    standIn.close();
    turn.unlock();
  }

  /**
   * A part of a trial that another framework does.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Part<T extends @Nullable Object> {
    /** Does it. */
    T run() throws Throwable;
  }
}
