// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.deferred.CallbackRun;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import dev.assay.ledger.ExpectedWork;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Steppable;
import dev.assay.pending.Cause;
import dev.assay.pending.Pending;
import dev.assay.pending.Site;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import dev.assay.trial.report.FailureReport;
import dev.assay.trial.report.TrialErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The driver of a trial until a condition holds: it runs everything that is ready, and then moves
 * time to the next due event. If nothing is left that could make the condition true, it fails at
 * once.
 */
final class Awaiter {
  private static final int LINKS = 10;
  private static final int RUNS = 3;
  private static final int WAITED_FOR = 5;

  private final WaitSupport support;
  private final Ledger ledger;
  private final TrialErrors errors;

  Awaiter(WaitSupport support, TrialErrors errors) {
    this.support = support;
    this.ledger = support.ledger();
    this.errors = errors;
  }

  /**
   * Waits for the result of a part of the trial, and throws its failure. If its value must be
   * awaited in turn, as when a callback has started something and returned its stage, this waits
   * for that as well.
   */
  void returned(@Nullable Object result) throws Throwable {
    if (!awaits(result) && result != null) {
      throw new IllegalStateException(
          "a part of a trial must return nothing, a Deferred or a CompletionStage: "
              + result.getClass().getName());
    }
  }

  /** Waits for an object if that is possible, and returns whether it is. */
  private boolean awaits(@Nullable Object value) throws Throwable {
    if (value instanceof Deferred<?> deferred) {
      awaits(valueOf(deferred));
    } else if (value instanceof CompletionStage<?> stage) {
      awaits(valueOf(stage, Site.unknown()));
    } else {
      return false;
    }
    return true;
  }

  /** Waits for a Deferred, and returns its value or throws its failure, which is then handled. */
  <T extends @Nullable Object> T valueOf(Deferred<T> deferred) throws Throwable {
    BooleanSupplier done = () -> deferred.state() instanceof Outcome && deferred.pauseCount() == 0;
    checkBetweenCalls(done, deferred.name());
    WaitLoop loop = new WaitLoop(support, done);
    RealTimeWait wait = new RealTimeWait(support, false);
    if (!loop.go() && !wait.drives(loop)) {
      throw Errors.refused(
          loop.isLimited()
              ? timeLimit(Awaited.of(deferred), loop.nextDue())
              : neverFires(Awaited.of(deferred), wait));
    }
    Outcome<T> outcome = (Outcome<T>) deferred.state();
    if (outcome instanceof Outcome.Failure) {
      deferred.<@Nullable Void>addBoth(handled -> null);
    }
    return outcome.get();
  }

  /**
   * Waits for a stage, which other threads may complete as well, and returns its value.
   *
   * @param asker the user's line that waits, unless the trial has returned the stage
   */
  <T extends @Nullable Object> T valueOf(CompletionStage<T> stage, Site asker) throws Throwable {
    CompletableFuture<T> future = ExpectedWork.futureOf(stage);
    checkBetweenCalls(future::isDone, "a stage");
    support.computing().expect();
    WaitLoop loop = new WaitLoop(support, future::isDone);
    RealTimeWait wait = new RealTimeWait(support, true);
    if (!loop.go() && !wait.drives(loop)) {
      throw Errors.refused(
          loop.isLimited()
              ? timeLimit(Awaited.stage(asker), loop.nextDue())
              : neverFires(Awaited.stage(asker), wait));
    }
    Throwable failure = future.handle((value, thrown) -> thrown).join();
    if (failure instanceof CompletionException && failure.getCause() != null) {
      throw failure.getCause();
    } else if (failure != null) {
      throw failure;
    }
    return future.join();
  }

  /** Refuses to wait inside a call, which must end before anything else can happen. */
  private void checkBetweenCalls(BooleanSupplier done, String awaited) {
    Cause running = ledger.happening();
    if (running != null && !done.getAsBoolean()) {
      throw Errors.refused(
          new IllegalStateException(
              "cannot await %s now: %s, armed at %s, is running; add a callback to it instead"
                  .formatted(awaited, running.what(), running.site())));
    }
  }

  /** Runs everything that is ready, without moving time, up to the limit of a livelock. */
  @Nullable Object settle() throws Throwable {
    for (Steppable next = ready(); next != null; next = ready()) {
      support.stop().check();
      next.step();
    }
    return null;
  }

  private @Nullable Steppable ready() {
    for (Steppable some : ledger.steppables()) {
      if (some.nextDue() <= some.nanos()) {
        return some;
      }
    }
    return null;
  }

  private TrialError neverFires(Awaited awaited, RealTimeWait wait) {
    if (!wait.calls().isEmpty()) {
      return notBrought(awaited, wait.calls());
    }
    Deferred<?> deferred = awaited.deferred();
    String name = awaited.name();
    String ends = deferred == null ? "end" : "fire";
    FailureReport report =
        new FailureReport(
            FailureCode.NEVER_FIRES,
            wait.waitedFor().isEmpty()
                ? name + " can never " + ends + ": nothing is ready and nothing is armed"
                : "%s does not %s: nothing is ready, nothing is armed, and no thread provided it"
                    .formatted(name, ends));
    if (!wait.waitedFor().isEmpty()) {
      report.cause(
          "a path of the code ends without a result, or the threads that were waited for are late");
      report.line(
          "waited %s of real time for %s"
              .formatted(Display.time(wait.waited()), listed(wait.waitedFor())));
    }
    if (deferred == null) {
      report.fix("complete it on every path");
    } else if (deferred.pauseCount() > 0 && deferred.state() instanceof Outcome) {
      report.fix("it has a result and is paused: call unpause() as often as pause()");
    }
    return about(awaited, report);
  }

  /** Returns a failure for threads that have tried to provide the result, and may not. */
  private TrialError notBrought(Awaited awaited, List<Pending> calls) {
    FailureReport report =
        new FailureReport(
            FailureCode.FOREIGN_CALL,
            "another thread has passed work to the trial, and "
                + awaited.name()
                + " has no result");
    report.about(calls);
    List<Pending> about = describe(awaited.deferred(), ledger.snapshot(), report);
    about.addAll(calls);
    return errors.error(report, about);
  }

  private static String listed(List<String> names) {
    int more = names.size() - WAITED_FOR;
    return String.join("; ", names.subList(0, Math.min(WAITED_FOR, names.size())))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private TrialError timeLimit(Awaited awaited, Duration nextDue) {
    String limit = Display.time(support.settings().get().virtualLimit());
    return about(
        awaited,
        new FailureReport(
            FailureCode.TIME_LIMIT,
            "%s has no result within %s of virtual time: nothing is due until t=%s"
                .formatted(awaited.name(), limit, Display.time(nextDue))));
  }

  /** Describes the awaited object, what that waits for, and what else is open. */
  private TrialError about(Awaited awaited, FailureReport report) {
    List<Pending> open = ledger.snapshot();
    report.dueToErrorAmong(open, "the code that would fire it");
    List<Pending> chain = describe(awaited.deferred(), open, report);
    List<Pending> rest = open.stream().filter(some -> !chain.contains(some)).toList();
    report.line(rest.isEmpty() ? "nothing else is open" : "also open:").list(rest);
    return chain.isEmpty() ? errors.error(report, awaited.asker()) : errors.error(report, chain);
  }

  /** Names a Deferred and those that it waits for; returns those that the ledger knows. */
  private List<Pending> describe(
      @Nullable Deferred<?> awaited, List<Pending> open, FailureReport report) {
    List<Pending> chain = new ArrayList<>();
    Set<Deferred<?>> seen = new LinkedHashSet<>();
    for (Deferred<?> link = awaited; link != null && seen.add(link); link = waitedForBy(link)) {
      List<Pending> known = link.ledgerLine().filter(open::contains).stream().toList();
      chain.addAll(known);
      if (chain.size() <= LINKS) {
        if (known.isEmpty()) {
          report.line(link.toString());
          link.ledgerLine().ifPresent(line -> report.line("  created at " + line.site()));
        }
        report.about(known);
        lastRuns(link).forEach(ran -> report.line("  its callback at " + ran));
      }
    }
    if (chain.size() > LINKS) {
      report.line("and " + (chain.size() - LINKS) + " more, each waiting for the next");
    }
    return chain;
  }

  private static List<CallbackRun> lastRuns(Deferred<?> deferred) {
    List<CallbackRun> history = deferred.history();
    return history.subList(Math.max(0, history.size() - RUNS), history.size());
  }

  private static @Nullable Deferred<?> waitedForBy(Deferred<?> deferred) {
    List<Deferred<?>> next = deferred.waitsOn();
    return next.isEmpty() ? null : next.get(0);
  }

  /**
   * An awaited object.
   *
   * @param deferred the Deferred, or null if it is a stage
   * @param asker the user's line that waits, if there is one
   */
  private record Awaited(@Nullable Deferred<?> deferred, String name, Site asker) {
    static Awaited of(Deferred<?> deferred) {
      return new Awaited(deferred, deferred.name(), Site.unknown());
    }

    static Awaited stage(Site asker) {
      String name =
          asker.element() == null
              ? "the stage that was returned"
              : "the stage that is awaited at " + asker;
      return new Awaited(null, name, asker);
    }
  }
}
