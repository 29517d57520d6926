// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.deferred.CallbackRun;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Outcome;
import dev.assay.pending.Cause;
import dev.assay.pending.Display;
import dev.assay.pending.Errors;
import dev.assay.pending.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Steppable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What drives a trial until something has come about: what is ready, and then on to when the next
 * thing is due. If nothing is left that could bring it about, it says so at once.
 */
final class Awaiting {
  private static final int LINKS = 10;
  private static final int RUNS = 3;

  private final TrialRun run;
  private final Ledger ledger;

  Awaiting(TrialRun run, Ledger ledger) {
    this.run = run;
    this.ledger = ledger;
  }

  /**
   * Waits for what a part of the trial has returned, and throws what that fails with. If its value
   * is to be awaited in its turn, as when a callback has started something and given its stage,
   * that is waited for as well.
   */
  void returned(@Nullable Object result) throws Throwable {
    if (!awaits(result) && result != null) {
      throw new IllegalStateException(
          "a part of a trial must return nothing, a Deferred or a CompletionStage: "
              + result.getClass().getName());
    }
  }

  /** Waits for something if it can be waited for, and returns whether it can. */
  private boolean awaits(@Nullable Object value) throws Throwable {
    if (value instanceof Deferred<?> deferred) {
      awaits(valueOf(deferred));
    } else if (value instanceof CompletionStage<?> stage) {
      awaits(valueOf(stage));
    } else {
      return false;
    }
    return true;
  }

  /** Waits for a Deferred, and returns its value or throws its failure, which is handled so. */
  <T extends @Nullable Object> T valueOf(Deferred<T> deferred) throws Throwable {
    BooleanSupplier done = () -> deferred.state() instanceof Outcome && deferred.pauseCount() == 0;
    checkBetweenCalls(done, deferred.name());
    Drive drive = new Drive(run, ledger, done);
    boolean others = run.settings().allowed().contains(PendingKind.FOREIGN_CALL);
    if (!drive.go() && !(others && othersBring(drive))) {
      throw Errors.refused(
          drive.isLimited() ? timeLimit(deferred, drive.nextDue()) : neverFires(deferred));
    }
    Outcome<T> outcome = (Outcome<T>) deferred.state();
    if (outcome instanceof Outcome.Failure) {
      deferred.<@Nullable Void>addBoth(handled -> null);
    }
    return outcome.get();
  }

  /** Waits for a stage, which other threads may complete as well, and returns its value. */
  <T extends @Nullable Object> T valueOf(CompletionStage<T> stage) throws Throwable {
    CompletableFuture<T> future = futureOf(stage);
    checkBetweenCalls(future::isDone, "a stage");
    Drive drive = new Drive(run, ledger, future::isDone);
    if (!drive.go() && !othersBring(drive)) {
      throw Errors.refused(
          drive.isLimited() ? timeLimit(future, drive.nextDue()) : stageNeverEnds());
    }
    Throwable failure = future.handle((value, thrown) -> thrown).join();
    if (failure instanceof CompletionException && failure.getCause() != null) {
      throw failure.getCause();
    } else if (failure != null) {
      throw failure;
    }
    return future.join();
  }

  /** Returns a stage as a future, or one that ends as it does if the stage refuses to be one. */
  private static <T extends @Nullable Object> CompletableFuture<T> futureOf(
      CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture();
    } catch (UnsupportedOperationException refused) {
      CompletableFuture<T> like = new CompletableFuture<>();
      stage.whenComplete(
          (value, failure) -> {
            if (failure == null) {
              like.complete(value);
            } else {
              like.completeExceptionally(failure);
            }
          });
      return like;
    }
  }

  private TrialError stageNeverEnds() {
    return run.error(
        new FailureReport(
                FailureCode.NEVER_FIRES,
                "the stage that was returned has not ended: nothing is ready, nothing is armed")
            .line(
                "other threads were given %s of real time to complete it"
                    .formatted(Display.time(run.settings().realLimit())))
            .fix("complete it on every path; return a Deferred to be told at once"));
  }

  /** Refuses to wait inside a call, which would have to end before anything else can happen. */
  private void checkBetweenCalls(BooleanSupplier done, String awaited) {
    Cause running = ledger.happening();
    if (running != null && !done.getAsBoolean()) {
      throw Errors.refused(
          new IllegalStateException(
              "nobody can await %s now: %s, armed at %s, is running; add a callback to it instead"
                  .formatted(awaited, running.what(), running.site())));
    }
  }

  /** Waits in real time for what threads outside the trial bring; time in it stands still. */
  private boolean othersBring(Drive drive) throws Throwable {
    BooleanSupplier news = () -> drive.isDone() || drive.isReady() || run.isCancelled();
    while (RealTime.waitUntil(news, run.settings().realLimit(), ledger)) {
      run.checkGoingOn();
      if (drive.go()) {
        return true;
      }
    }
    run.checkGoingOn();
    return false;
  }

  /** Does all that is ready, without moving time, but no more than a livelock takes. */
  @Nullable Object settle() throws Throwable {
    for (Steppable next = ready(); next != null; next = ready()) {
      run.checkGoingOn();
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

  private TrialError neverFires(Deferred<?> awaited) {
    FailureReport report =
        new FailureReport(
            FailureCode.NEVER_FIRES,
            awaited.name() + " can never fire: nothing is ready and nothing is armed");
    if (awaited.pauseCount() > 0 && awaited.state() instanceof Outcome) {
      report.fix("it has a result and is paused: call unpause() as often as pause()");
    }
    return about(awaited, report);
  }

  private TrialError timeLimit(Object awaited, Duration nextDue) {
    String limit = Display.time(run.settings().virtualLimit());
    String name = awaited instanceof Deferred<?> deferred ? deferred.name() : "the stage returned";
    return about(
        awaited,
        new FailureReport(
            FailureCode.TIME_LIMIT,
            "%s has no result within %s of virtual time: nothing is due until t=%s"
                .formatted(name, limit, Display.time(nextDue))));
  }

  /** Says what is awaited, what that waits for, and what else is open. */
  private TrialError about(Object awaited, FailureReport report) {
    List<Pending> open = ledger.snapshot();
    List<Pending> chain =
        awaited instanceof Deferred<?> deferred ? describe(deferred, open, report) : List.of();
    List<Pending> rest = open.stream().filter(some -> !chain.contains(some)).toList();
    report.line(rest.isEmpty() ? "nothing else is open" : "also open:").list(rest);
    return run.findings().error(report, chain);
  }

  /** Names a Deferred and those that it waits for; returns those that the ledger knows. */
  private List<Pending> describe(Deferred<?> awaited, List<Pending> open, FailureReport report) {
    List<Pending> chain = new ArrayList<>();
    for (Deferred<?> link = awaited; link != null; link = waitedForBy(link)) {
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
    return deferred.state() instanceof DeferredState.Waiting<?> waiting ? waiting.on() : null;
  }
}
