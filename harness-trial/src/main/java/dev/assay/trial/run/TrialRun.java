// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.AfterEnd;
import dev.assay.ledger.AfterEndListener;
import dev.assay.ledger.Ledger;
import dev.assay.pending.TrialOverException;
import dev.assay.time.LivelockError;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.SkippedException;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.log.LogCapture;
import dev.assay.trial.report.FailureReport;
import dev.assay.trial.report.TrialErrors;
import dev.assay.trial.thread.OtherThreads;
import dev.assay.trial.thread.RealTime;
import dev.assay.trial.thread.ResultSources;
import dev.assay.trial.thread.ThreadCheck;
import dev.assay.trial.thread.ThreadFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a trial: its parts in order, and the verdict at the end.
 *
 * <p>The order is: {@link #setUp}; {@link #test}, if the setup succeeded; {@link #cleanUp}; {@link
 * #tearDown}, as far as there is something to tear down; {@link #close}, which runs the cleanups
 * that were added since, runs everything that is ready, and checks what is left behind. Each part
 * is awaited before the next begins. Only one thread at a time runs the trial.
 *
 * @since 0.1
 */
public final class TrialRun {
  private static final String LOST = "the trial's thread no longer responds";
  private static final int MOST_CLEANUPS = 10_000;

  private final String name;
  private final AtomicReference<TrialSettings> settings;
  private final Ledger ledger = new Ledger();
  private final Tally tally = new Tally();
  private final RealTimeSpent spent = new RealTimeSpent();
  private final TrialErrors errors;
  private final PartWatch part;
  private final StopSignal stop;
  private final Awaiter awaiter;
  private final RunContext context;
  private final LogCapture log;
  private ResultSources sources;
  private Runnable beforeEachPart = () -> {};
  private volatile boolean abandoned;
  private boolean livelocked;
  private boolean closed;
  private int cleaned;

  private TrialRun(String name, TrialSettings initial, LongSupplier realNanos) {
    this.name = name;
    this.settings = new AtomicReference<>(initial);
    this.errors = new TrialErrors(name, ledger, realNanos);
    this.part = new PartWatch(ledger, testClass(name), settings::get, errors, tally);
    this.stop = new StopSignal(tally, part, errors);
    ThreadFacts facts = new ThreadFacts();
    this.sources = new ResultSources(part, new OtherThreads(part, List::of, facts), facts);
    this.awaiter = new Awaiter(support(), errors);
    this.context = new RunContext(name, ledger, settings, awaiter, errors);
    this.log = new LogCapture(ledger);
  }

  private WaitSupport support() {
    Computing computing = new Computing(ledger, settings::get, () -> sources);
    return new WaitSupport(ledger, settings::get, stop, () -> sources, computing, spent);
  }

  /** Returns the name of the class whose method a run is named after, or an empty string. */
  private static String testClass(String name) {
    return name.indexOf('#') < 0 ? "" : name.substring(0, name.indexOf('#'));
  }

  /**
   * Begins a run.
   *
   * @param name the name to run to reproduce this trial, such as {@code com.acme.PingTest#answers}
   */
  public static TrialRun open(String name, TrialSettings settings) {
    return open(name, settings, RealTime::nanos);
  }

  /**
   * Begins a run whose texts show a real time from another source; the decision to give up still
   * uses the actual time.
   *
   * @param realNanos the nanoseconds of real time since a fixed moment
   */
  public static TrialRun open(String name, TrialSettings settings, LongSupplier realNanos) {
    return new TrialRun(name, settings, realNanos);
  }

  /** Returns the view of this run for the trial's own code. */
  public TrialContext context() {
    return context;
  }

  /** Returns the record of everything that the trial has made and not settled. */
  public Ledger ledger() {
    return ledger;
  }

  /** Returns how much virtual time has passed. */
  public Duration elapsed() {
    return errors.elapsed();
  }

  /** Ends every wait once a condition holds; the trial is then skipped. */
  public void cancelWhen(BooleanSupplier condition) {
    stop.cancelWhen(condition);
  }

  /** Runs a part of the setup; returns whether the trial continues. */
  public boolean setUp(TrialBody part) {
    Throwable thrown = attempt("setUp", part);
    if (thrown != null) {
      tally.takeOfTest(thrown);
    }
    return thrown == null;
  }

  /** Runs the test itself. */
  public void test(TrialBody body) {
    Throwable thrown = attempt("test", body);
    ExpectedError todo = settings.get().todo();
    if (thrown == null && todo != null) {
      take(passed(todo));
    } else if (thrown != null && tally.cut() == null && todo != null && todo.expects(thrown)) {
      tally.endEarly(new ExpectedFailure(todo, thrown));
    } else if (thrown != null) {
      tally.takeOfTest(thrown);
    }
  }

  /** Returns the failure of a trial that was expected to fail and has passed. */
  TrialError passed(ExpectedError todo) {
    String reason = "reason: " + todo.reason();
    return found(
        FailureCode.UNEXPECTED_SUCCESS,
        "a trial that is expected to fail has passed",
        List.of(reason),
        "");
  }

  /** Runs the cleanups that were added so far, last first. */
  public void cleanUp() {
    Cleanups cleanups = context.cleanups();
    for (Cleanups.Cleanup next = cleanups.next(); next != null; next = cleanups.next()) {
      if (++cleaned > MOST_CLEANUPS) {
        take(errors.endless(next.phase(), next.added()));
        return;
      }
      takeAfter(next.phase(), attempt(next.phase(), next.body()));
    }
  }

  /** Runs a part that follows the test. */
  public void tearDown(TrialBody part) {
    takeAfter("tearDown", attempt("tearDown", part));
  }

  /** Adds a problem from outside the parts that this has run. */
  public void take(@Nullable Throwable problem) {
    tally.take(problem);
  }

  /** Adds the failure of a part that follows the test: an assumption skips nothing there. */
  void takeAfter(String phase, @Nullable Throwable thrown) {
    if (thrown != null && tally.cut() == null && SkippedException.skips(thrown)) {
      tally.takeTooLate(errors.tooLate(phase, thrown));
      tally.takeBeside(thrown);
    } else {
      take(thrown);
    }
  }

  /** Ends, on another thread, a run whose own thread does not answer; it runs no further part. */
  public TrialOutcome abandon() {
    abandoned = true;
    ledger.abandon();
    log.end();
    List<Throwable> found = new ArrayList<>(problems());
    TrialError verdict = part.verdict();
    if (verdict != null || found.isEmpty()) {
      found.add(verdict == null ? found(FailureCode.STUCK, LOST, List.of(), "") : verdict);
    }
    return new Failed(found, errors.note(context.scratch().made()));
  }

  /** Ends the run and returns the verdict. */
  public TrialOutcome close() {
    return close(ThreadCheck.NOT_LOOKED_FOR);
  }

  /**
   * Ends the run and returns the verdict.
   *
   * @param threadsLeft returns, of the threads that the trial has started and that do not end,
   *     those that count; it is called before the ledger is closed and again, for the verdict,
   *     after that
   */
  public TrialOutcome close(Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    do {
      cleanUp();
      take(livelocked ? null : attempt("end", trial -> awaiter.settle()));
    } while (!context.cleanups().isEmpty() && cleaned <= MOST_CLEANUPS);
    context.end();
    TrialSettings last = settings.get();
    ThreadCheck threads = new ThreadCheck(ledger, settings::get, errors, threadsLeft);
    LeftoverCheck check = new LeftoverCheck(ledger, last, errors, tally, part);
    List<TrialError> overlooked = new ArrayList<>(check.judge(threads, this::closeLedger));
    overlooked.addAll(tally.isGood() ? spent.judge(last, errors, tally) : List.of());
    closed = true;
    log.end();
    errors.swallowed(tally.told(), livelocked).forEach(this::take);
    tally.tellTooLate(last.strictness() == Strictness.STRICT);
    take(problems().isEmpty() ? context.scratch().remove() : null);
    return tally.outcome(overlooked, () -> errors.note(context.scratch().made()));
  }

  private @Nullable Throwable closeLedger() {
    return attempt(
        "end",
        trial -> {
          ledger.close();
          return null;
        });
  }

  /** Runs a part, and returns its failure. */
  @Nullable Throwable attempt(String phase, TrialBody body) {
    if (abandoned) {
      return null;
    }
    if (closed) {
      throw new IllegalStateException(name + " has ended; open a run for each trial");
    }
    ledger.enterPhase(phase);
    ledger.progressed();
    log.begin();
    beforeEachPart.run();
    part.begin(phase);
    Ledger.Binding binding = ledger.bind();
    Throwable thrown = null;
    try {
      awaiter.returned(body.run(context));
    } catch (LivelockError livelock) {
      thrown = livelocked ? null : errors.livelock(livelock);
      livelocked = true;
    } catch (TrialOverException over) {
      thrown = errors.afterEnd(over);
    } catch (Throwable failure) {
      thrown = failure;
    } finally {
      binding.close();
    }
    Throwable found = part.end(thrown);
    if (found != null) {
      errors.blame(found);
    }
    return found;
  }

  /** Returns the problems so far. */
  List<Throwable> problems() {
    return tally.problems();
  }

  Tally tally() {
    return tally;
  }

  TrialErrors errors() {
    return errors;
  }

  PartWatch part() {
    return part;
  }

  RealTimeSpent spent() {
    return spent;
  }

  TrialSettings settings() {
    return settings.get();
  }

  ResultSources sources() {
    return sources;
  }

  /** Sets the threads that could provide a result, as far as the caller knows them. */
  void sources(ResultSources known) {
    sources = known;
  }

  /** Sets an action to run when a part begins, outside the verdict. */
  void beforeEachPart(Runnable action) {
    beforeEachPart = action;
  }

  /**
   * Returns a failure that the caller of this run has found, with the text that explains it.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   * @param details further lines about it
   * @param fix what to do about it; if empty, the general advice for such a failure
   */
  public TrialError found(FailureCode code, String verdict, List<String> details, String fix) {
    return errors.found(code, verdict, details, fix);
  }

  /**
   * Returns a failure that was found, on any thread, after this run had ended.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   * @param stack where it has happened
   */
  public TrialError foundLate(FailureCode code, String verdict, List<StackTraceElement> stack) {
    return errors.found(new FailureReport(code, verdict), stack);
  }

  /**
   * Gives up, on any thread, the current work of this run, for a reason that no watchdog sees.
   *
   * @param worker the thread that does it, which is interrupted
   * @param why what has happened, as one plain sentence without a full stop
   * @param stack where it has happened
   */
  public void giveUp(Thread worker, FailureCode code, String why, List<StackTraceElement> stack) {
    part.overrule(worker, new PartWatch.Verdict(code, why, stack, ledger.peekHappening()));
  }

  /** Returns, on any thread, why this was given up if its thread does not answer, or null. */
  public @Nullable TrialError whyGivenUp() {
    return part.verdict();
  }

  /** Sets the listener for what threads of the trial do after its end. */
  public void whenLate(Consumer<TrialError> listener) {
    AfterEnd.listen(
        ledger,
        new AfterEndListener() {
          @Override
          public void used(String what) {
            listener.accept(errors.late(what));
          }

          @Override
          public void failed(String what, Throwable error) {
            listener.accept(errors.lateError(what, error));
          }
        });
  }
}
