// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Outcome;
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
  private final TrialRun run;
  private final Ledger ledger;

  Awaiting(TrialRun run, Ledger ledger) {
    this.run = run;
    this.ledger = ledger;
  }

  /** Waits for what a part of the trial has returned, and throws what that fails with. */
  void returned(@Nullable Object result) throws Throwable {
    if (result instanceof Deferred<?> deferred) {
      valueOf(deferred);
    } else if (result instanceof CompletionStage<?> stage) {
      valueOf(stage.toCompletableFuture());
    } else if (result != null) {
      throw new IllegalStateException(
          "a part of a trial must return nothing, a Deferred or a CompletionStage: "
              + result.getClass().getName());
    }
  }

  /** Waits for a Deferred, and returns its value or throws its failure, which is handled so. */
  <T extends @Nullable Object> T valueOf(Deferred<T> deferred) throws Throwable {
    BooleanSupplier done = () -> deferred.state() instanceof Outcome && deferred.pauseCount() == 0;
    if (!driveUntil(done, deferred) && !othersBring(done)) {
      throw neverFires(deferred);
    }
    Outcome<T> outcome = (Outcome<T>) deferred.state();
    if (outcome instanceof Outcome.Failure) {
      deferred.<@Nullable Void>addBoth(handled -> null);
    }
    return outcome.get();
  }

  /** Waits for a future, and returns its value or throws its failure. */
  <T extends @Nullable Object> T valueOf(CompletableFuture<T> future) throws Throwable {
    while (!driveUntil(future::isDone, future)) {
      if (!RealTime.waitUntil(
          () -> future.isDone() || isReady(), run.settings().realLimit(), ledger)) {
        throw run.error(
            new FailureReport(
                    FailureCode.NEVER_FIRES,
                    "the stage that was returned has not ended, nothing is ready and nothing is"
                        + " armed")
                .line("waited " + run.settings().realLimit().toMillis() + " ms for other threads")
                .fix("complete it on every path; return a Deferred to be told at once"));
      }
    }
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** Waits in real time, if threads outside the trial may bring something. */
  private boolean othersBring(BooleanSupplier done) throws Throwable {
    if (!run.settings().allowed().contains(PendingKind.FOREIGN_CALL)) {
      return false;
    }
    while (RealTime.waitUntil(this::isReady, run.settings().realLimit(), ledger)) {
      if (driveUntil(done, "what is awaited")) {
        return true;
      }
    }
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

  private boolean isReady() {
    return ledger.steppables().stream().anyMatch(some -> some.nextDue() != Steppable.NEVER);
  }

  private @Nullable Steppable ready() {
    for (Steppable some : ledger.steppables()) {
      if (some.nextDue() <= some.nanos()) {
        return some;
      }
    }
    return null;
  }

  /** Drives until a condition holds, or nothing is left to happen, which returns false. */
  private boolean driveUntil(BooleanSupplier done, Object awaited) throws Throwable {
    List<Long> ends = new ArrayList<>();
    while (!done.getAsBoolean()) {
      run.checkGoingOn();
      Steppable next = next();
      if (next == null) {
        return false;
      }
      List<Steppable> all = ledger.steppables();
      while (ends.size() < all.size()) {
        ends.add(all.get(ends.size()).nanos() + run.settings().virtualLimit().toNanos());
      }
      if (next.nextDue() > ends.get(all.indexOf(next))) {
        throw timeLimit(awaited);
      }
      next.step();
    }
    return true;
  }

  /** Returns what has the least time to go until something happens, or null if nothing will. */
  private @Nullable Steppable next() {
    Steppable nearest = null;
    long least = Steppable.NEVER;
    for (Steppable some : ledger.steppables()) {
      long due = some.nextDue();
      long wait = due == Steppable.NEVER ? due : Math.max(0, due - some.nanos());
      if (wait < least) {
        nearest = some;
        least = wait;
      }
    }
    return nearest;
  }

  private TrialError neverFires(Deferred<?> awaited) {
    FailureReport report =
        new FailureReport(
            FailureCode.NEVER_FIRES,
            awaited.name() + " can never fire: nothing is ready and nothing is armed");
    List<Pending> open = ledger.snapshot();
    List<Pending> chain = describe(awaited, open, report);
    listRest(open, chain, report);
    return run.error(report, chain);
  }

  private TrialError timeLimit(Object awaited) {
    String name = awaited instanceof Deferred<?> deferred ? deferred.name() : "the stage returned";
    Duration limit = run.settings().virtualLimit();
    FailureReport report =
        new FailureReport(
            FailureCode.TIME_LIMIT,
            name + " has no result after " + FailureReport.text(limit) + " of virtual time");
    List<Pending> open = ledger.snapshot();
    List<Pending> chain =
        awaited instanceof Deferred<?> deferred ? describe(deferred, open, report) : List.of();
    listRest(open, chain, report);
    return run.error(report, chain);
  }

  /** Names a Deferred and those that it waits for; returns those that the ledger knows. */
  private List<Pending> describe(Deferred<?> awaited, List<Pending> open, FailureReport report) {
    List<Pending> chain = new ArrayList<>();
    for (Deferred<?> link = awaited; link != null; link = waitedForBy(link)) {
      String name = link.name();
      run.blame(name);
      Pending known =
          open.stream().filter(some -> some.name().equals(name)).findFirst().orElse(null);
      if (known == null) {
        report.line(link.toString());
      } else {
        chain.add(known);
        report.list(List.of(known));
      }
    }
    return chain;
  }

  private static @Nullable Deferred<?> waitedForBy(Deferred<?> deferred) {
    return deferred.state() instanceof DeferredState.Waiting<?> waiting ? waiting.on() : null;
  }

  private static void listRest(List<Pending> open, List<Pending> chain, FailureReport report) {
    List<Pending> rest = open.stream().filter(some -> !chain.contains(some)).toList();
    report.line(rest.isEmpty() ? "nothing else is open" : "also open:");
    report.list(rest);
  }
}
