// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.Steppable;
import dev.assay.pending.TrialOverException;
import dev.assay.time.LivelockError;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run of a trial: its parts in order, and the verdict at the end.
 *
 * <p>The order is: {@link #setUp}; {@link #test}, if the set-up went well; {@link #cleanUp}; {@link
 * #tearDown}, as far as there is something to tear down; {@link #close}, which does what clean-ups
 * were added since, lets happen what is ready, and looks at what is left behind. Each part is
 * awaited before the next begins. All of it happens on one thread at a time.
 *
 * @since 0.1
 */
public final class TrialRun {
  private static final String LOST = "the trial's thread does not answer any more";
  private static final int MOST_CLEANUPS = 10_000;

  private final String name;
  private TrialSettings settings;
  private final Ledger ledger = new Ledger();
  private final Awaiting awaiting;
  private final TrialContext context;
  private final Findings findings;
  private final Cleanups cleanups = new Cleanups();
  private final ScratchDirectory scratch = new ScratchDirectory();
  private final LogCapture log = new LogCapture(ledger);
  private final Guarded guarded = new Guarded(this);
  private final Computing computing = new Computing(this, ledger);
  private final Tally tally = new Tally();
  private final RealTimeSpent spent = new RealTimeSpent();
  private Bringers bringers;
  private volatile boolean abandoned;
  private BooleanSupplier cancelled = () -> false;
  private Runnable beforeEachPart = () -> {};
  private boolean livelocked;
  private boolean ended;
  private boolean closed;
  private int cleaned;

  private TrialRun(String name, TrialSettings settings, LongSupplier realNanos) {
    this.name = name;
    this.settings = settings;
    this.awaiting = new Awaiting(this, ledger);
    this.context = new TrialContext(this, ledger, awaiting, cleanups, scratch);
    this.findings = new Findings(this, realNanos);
    ThreadFacts facts = new ThreadFacts();
    this.bringers = new Bringers(this, new Others(this, List::of, facts), facts);
  }

  /**
   * Begins a run.
   *
   * @param name what to run to see this trial again, such as {@code com.acme.PingTest#answers}
   */
  public static TrialRun open(String name, TrialSettings settings) {
    return open(name, settings, RealTime::nanos);
  }

  /**
   * Begins a run whose texts tell a real time that somebody else counts; to give up still goes by
   * the true one.
   *
   * @param realNanos the nanoseconds of real time since any fixed moment
   */
  public static TrialRun open(String name, TrialSettings settings, LongSupplier realNanos) {
    return new TrialRun(name, settings, realNanos);
  }

  /** Returns what the trial's own code gets to see of this. */
  public TrialContext context() {
    return context;
  }

  /** Returns all that the trial has made and not settled. */
  public Ledger ledger() {
    return ledger;
  }

  String name() {
    return name;
  }

  /** Returns how much virtual time has passed. */
  public Duration elapsed() {
    List<Steppable> all = ledger.steppables();
    return Duration.ofNanos(all.isEmpty() ? 0 : all.get(0).nanos());
  }

  /** Ends every wait as soon as a condition holds; the trial is then skipped. */
  public void cancelWhen(BooleanSupplier condition) {
    cancelled = condition;
  }

  /** Does a part of the set-up; returns whether the trial goes on. */
  public boolean setUp(TrialBody part) {
    Throwable thrown = attempt("setUp", part);
    if (thrown != null) {
      tally.takeOfTest(thrown);
    }
    return thrown == null;
  }

  /** Does what the trial is about. */
  public void test(TrialBody body) {
    Throwable thrown = attempt("test", body);
    Todo todo = settings.todo();
    if (thrown == null && todo != null) {
      take(todo.passed(this));
    } else if (thrown != null && tally.cut() == null && todo != null && todo.expects(thrown)) {
      tally.endEarly(new ExpectedFailure(todo, thrown));
    } else if (thrown != null) {
      tally.takeOfTest(thrown);
    }
  }

  /** Does the clean-ups that were added so far, last first. */
  public void cleanUp() {
    for (Cleanups.Cleanup next = cleanups.next(); next != null; next = cleanups.next()) {
      if (++cleaned > MOST_CLEANUPS) {
        take(findings.endless(next));
        return;
      }
      takeAfter(next.phase(), attempt(next.phase(), next.body()));
    }
  }

  /** Does a part of what follows a trial. */
  public void tearDown(TrialBody part) {
    takeAfter("tearDown", attempt("tearDown", part));
  }

  /** Takes what went wrong outside the parts that this has done. */
  public void take(@Nullable Throwable problem) {
    tally.take(problem);
  }

  /** Takes what a part that follows the test has failed with: an assumption skips nothing there. */
  void takeAfter(String phase, @Nullable Throwable thrown) {
    if (thrown != null && tally.cut() == null && SkippedException.skips(thrown)) {
      tally.takeTooLate(findings.tooLate(phase, thrown));
      tally.takeBeside(thrown);
    } else {
      take(thrown);
    }
  }

  /** Ends, on another thread, a run whose own, which does no further part, does not answer. */
  public TrialOutcome abandon() {
    abandoned = true;
    ledger.abandon();
    log.end();
    List<Throwable> found = new ArrayList<>(problems());
    TrialError verdict = guarded.verdict();
    if (verdict != null || found.isEmpty()) {
      found.add(verdict == null ? found(FailureCode.STUCK, LOST, List.of(), "") : verdict);
    }
    return new Failed(found, findings.note(scratch.made()));
  }

  /** Ends the run and returns the verdict. */
  public TrialOutcome close() {
    return close(ThreadsLeft.NOT_LOOKED_FOR);
  }

  /**
   * Ends the run and returns the verdict.
   *
   * @param threadsLeft gives those that count of the threads that the trial has started and that do
   *     not end; it is asked before the ledger is closed and, for what is to be judged, after that
   */
  public TrialOutcome close(Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    do {
      cleanUp();
      take(livelocked ? null : attempt("end", trial -> awaiting.settle()));
    } while (!cleanups.isEmpty() && cleaned <= MOST_CLEANUPS);
    ended = true;
    List<TrialError> overlooked = new ArrayList<>(Judgement.of(this, threadsLeft));
    overlooked.addAll(tally.isGood() ? spent.judge(this) : List.of());
    closed = true;
    log.end();
    findings.swallowed(tally.told(), livelocked).forEach(this::take);
    tally.tellTooLate(settings.strictness() == Strictness.STRICT);
    take(problems().isEmpty() ? scratch.remove() : null);
    return tally.outcome(overlooked, () -> findings.note(scratch.made()));
  }

  /** Does a part, and returns what it has failed with. */
  @Nullable Throwable attempt(String phase, TrialBody part) {
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
    guarded.begin(phase);
    Ledger.Binding binding = ledger.bind();
    Throwable thrown = null;
    try {
      awaiting.returned(part.run(context));
    } catch (LivelockError livelock) {
      thrown = livelocked ? null : findings.livelock(livelock);
      livelocked = true;
    } catch (TrialOverException over) {
      thrown = findings.afterEnd(over);
    } catch (Throwable failure) {
      thrown = failure;
    } finally {
      binding.close();
    }
    Throwable found = guarded.end(thrown);
    if (found != null) {
      findings.blame(found);
    }
    return found;
  }

  boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /** Throws if the run is to end here. */
  void checkGoingOn() throws Throwable {
    SkippedException cut = tally.cut();
    if (cut == null && isCancelled()) {
      cut = tally.cancel("the run was cancelled at virtual t=" + Display.time(elapsed()));
    }
    if (cut != null) {
      throw cut;
    }
    guarded.check();
  }

  boolean hasEnded() {
    return ended;
  }

  void allow(UnaryOperator<TrialSettings> change) {
    settings = change.apply(settings);
  }

  /** Returns what has been found so far. */
  List<Throwable> problems() {
    return tally.problems();
  }

  Tally tally() {
    return tally;
  }

  Findings findings() {
    return findings;
  }

  LogCapture log() {
    return log;
  }

  Bringers bringers() {
    return bringers;
  }

  /** Says who could bring something, as far as somebody knows who runs besides. */
  void bringers(Bringers known) {
    bringers = known;
  }

  /** Returns the name of the class whose method this is, or nothing. */
  String testClass() {
    return name.indexOf('#') < 0 ? "" : name.substring(0, name.indexOf('#'));
  }

  Computing computing() {
    return computing;
  }

  /** Says what is to be done when a part begins, outside what is judged. */
  void beforeEachPart(Runnable action) {
    beforeEachPart = action;
  }

  RealTimeSpent spent() {
    return spent;
  }

  Guarded guarded() {
    return guarded;
  }

  TrialSettings settings() {
    return settings;
  }

  /**
   * Returns a failure that was found by whoever runs this, with the text that explains it.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   * @param details what else there is to say about it
   * @param fix what to do about it; if it is empty, what always helps with such a failure
   */
  public TrialError found(FailureCode code, String verdict, List<String> details, String fix) {
    FailureReport report = new FailureReport(code, verdict);
    details.forEach(report::line);
    return error(fix.isEmpty() ? report : report.fix(fix));
  }

  TrialError error(FailureReport report) {
    return findings.error(report, List.of());
  }
}
