// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Ledger;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A run whose parts another framework executes, in its own order. The framework gets the result or
 * the exception of a part at once, and says at the end what it regards as the failure of the test.
 *
 * <p>Threads may take turns: the thread that executes a part stands in for the one that has made
 * this run. A part inside another part belongs to the outer one.
 *
 * @since 0.1
 */
public final class ExternallyDrivenRun {
  /** The seconds that a thread which was given up may take to leave its part. */
  private static final long GRACE = 2;

  private final TrialRun run;
  private final Thread home = CurrentWork.thread();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean givenUp;
  private boolean lost;
  private @Nullable Throwable late;

  /** Makes the parts of a run, which has executed none yet, available to a framework. */
  public ExternallyDrivenRun(TrialRun run) {
    this.run = run;
  }

  /** Returns the run. */
  public TrialRun run() {
    return run;
  }

  /**
   * Runs a part of the trial that is not its test.
   *
   * @param phase the name of the part, such as {@code setUp}; it appears with objects made in the
   *     part
   */
  public <T extends @Nullable Object> T part(String phase, Part<T> part) throws Throwable {
    return turn.isHeldByCurrentThread() || !enter() ? part.run() : inTurn(phase, part);
  }

  /**
   * Runs a part of the trial as soon as no other part is running. It is for frameworks that
   * continue a trial while its objects are {@linkplain #lend lent}.
   */
  public <T extends @Nullable Object> T nextPart(String phase, Part<T> part) throws Throwable {
    if (turn.isHeldByCurrentThread() || !take()) {
      return part.run();
    }
    return inTurn(phase, part);
  }

  /**
   * Runs code that is no part of this trial, but may use its objects: the code runs in place of the
   * trial's thread, as soon as no part is running. If the trial has no objects, the code need not
   * wait.
   */
  public <T extends @Nullable Object> T lend(Part<T> user) throws Throwable {
    if (turn.isHeldByCurrentThread() || !take()) {
      return user.run();
    }
    Ledger.Binding acting = CurrentWork.actFor(home, Ledger.current());
    try {
      if (hasMade()) {
        return user.run();
      }
    } finally {
      leave(acting);
    }
    return user.run();
  }

  private boolean hasMade() {
    return !run.ledger().steppables().isEmpty() || !run.ledger().snapshot().isEmpty();
  }

  /** Waits for a turn; a thread that is inside another trial does not wait, and may get none. */
  private boolean take() {
    if (Ledger.current() != null) {
      return turn.tryLock();
    }
    turn.lock();
    return true;
  }

  private <T extends @Nullable Object> T inTurn(String phase, Part<T> part) throws Throwable {
    Ledger.Binding acting = CurrentWork.actFor(home, Ledger.current());
    Result<T> result = new Result<>(part);
    try {
      Throwable thrown = run.attempt(phase, result);
      if (givenUp && late == null) {
        late = thrown;
      }
      return result.orThrow(thrown == null ? null : told(thrown));
    } finally {
      leave(acting);
    }
  }

  /**
   * Runs a part that follows the test; a failed assumption in it no longer skips anything.
   *
   * @return the result of the part, or null if an assumption has ended it
   */
  public <T> @Nullable T after(String phase, Part<@Nullable T> part) throws Throwable {
    try {
      return part(phase, part);
    } catch (Throwable thrown) {
      if (turn.isHeldByCurrentThread() || !SkippedException.skips(thrown)) {
        throw thrown;
      }
      run.takeAfter(phase, thrown);
      return null;
    }
  }

  /** Returns the exception for the framework: later findings must not get lost in it. */
  private Throwable told(Throwable thrown) {
    return SkippedException.skips(thrown) ? thrown : run.errors().holding(thrown);
  }

  /**
   * Runs the test itself.
   *
   * @throws SkippedException if the test has failed as expected; the failure is its cause
   */
  public <T extends @Nullable Object> T test(Part<T> body) throws Throwable {
    ExpectedError todo = run.settings().todo();
    if (todo == null || turn.isHeldByCurrentThread()) {
      return part("test", body);
    }
    try {
      part("test", body);
    } catch (Throwable thrown) {
      if (!todo.expects(thrown)) {
        throw thrown;
      }
      run.tally().endEarly(new ExpectedFailure(todo, thrown));
      throw new SkippedException("todo: " + todo.reason(), thrown);
    }
    throw run.passed(todo);
  }

  /**
   * Runs the cleanups that were added so far, last first, and throws the failure of the first that
   * fails.
   */
  public void cleanUp() throws Throwable {
    if (turn.isHeldByCurrentThread() || !enter()) {
      return;
    }
    Ledger.Binding acting = CurrentWork.actFor(home, Ledger.current());
    int known = run.problems().size();
    try {
      run.cleanUp();
    } finally {
      leave(acting);
    }
    if (run.problems().size() > known) {
      Throwable first = told(run.problems().get(known));
      run.tally().replace(known, first);
      throw first;
    }
  }

  /**
   * Gives up, on any thread, the part that a thread is running, as a watchdog does.
   *
   * @param why what has happened, as one plain sentence without a full stop
   */
  public void giveUp(Thread worker, String why) {
    givenUp = true;
    Thread substitute = run.ledger().substitute();
    Thread busy = substitute == null ? worker : substitute;
    List<StackTraceElement> stack = List.of(busy.getStackTrace());
    PartWatch.Verdict verdict =
        new PartWatch.Verdict(FailureCode.STUCK, why, stack, run.ledger().peekHappening());
    run.part().giveUp(worker, busy, verdict);
  }

  /**
   * Ends the run and returns the verdict.
   *
   * @param seen what the framework has seen: a failed assumption, or the failure of the test, which
   *     then is the first problem
   */
  public TrialOutcome close(@Nullable Throwable seen) {
    Throwable failure = seen;
    if (seen != null && SkippedException.skips(seen)) {
      run.tally().skip(seen);
      failure = null;
    }
    TrialOutcome outcome = enter() ? closeInTurn(failure) : run.abandon();
    return failure != null && outcome instanceof Failed failed ? led(failure, failed) : outcome;
  }

  private TrialOutcome closeInTurn(@Nullable Throwable failure) {
    Ledger.Binding acting = CurrentWork.actFor(home, Ledger.current());
    try {
      run.take(failure);
      run.take(late);
      return run.close();
    } finally {
      leave(acting);
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static Failed led(Throwable first, Failed failed) {
    List<Throwable> problems = new ArrayList<>(failed.problems());
    problems.removeIf(some -> some == first);
    problems.add(0, first);
    return new Failed(problems, failed.note());
  }

  /** Begins a turn; returns false if another thread does not leave its part. */
  private boolean enter() {
    if (turn.tryLock()) {
      return true;
    }
    if (!givenUp || lost) {
      return false;
    }
    try {
      lost = !turn.tryLock(GRACE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      lost = true;
      Thread.currentThread().interrupt();
    }
    return !lost;
  }

  private void leave(Ledger.Binding acting) {
    acting.close();
    turn.unlock();
  }

  /** The result or exception of a part, which the run does not report if it already knows it. */
  private static final class Result<T extends @Nullable Object> implements TrialBody {
    private final Part<T> part;
    private final List<T> returned = new ArrayList<>(1);
    private @Nullable Throwable thrown;

    Result(Part<T> part) {
      this.part = part;
    }

    @Override
    public @Nullable Object run(TrialContext trial) throws Throwable {
      try {
        returned.add(part.run());
      } catch (Throwable failure) {
        thrown = failure;
        throw failure;
      }
      return null;
    }

    T orThrow(@Nullable Throwable verdict) throws Throwable {
      if (verdict != null) {
        throw verdict;
      } else if (thrown != null) {
        throw thrown;
      }
      return returned.get(0);
    }
  }

  /**
   * A part of a trial that another framework executes.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Part<T extends @Nullable Object> {
    /** Runs the part. */
    T run() throws Throwable;
  }
}
