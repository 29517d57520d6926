// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Ledger;
import dev.assay.pending.Pending;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A look, at the end of a trial, at what it leaves behind. */
final class Judgement {
  private Judgement() {}

  /** Tells a run what is wrong with what it leaves behind, and returns what is overlooked of it. */
  static List<TrialError> of(TrialRun run, Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    Ledger ledger = run.ledger();
    run.guarded().begin("end"); // what users' values say of themselves is users' code
    ThreadsLeft.find(run, threadsLeft); // what those do that are about to end is the trial's
    List<Pending> left = ledger.snapshot();
    Leftovers leftovers = new Leftovers(run, left);
    List<TrialError> foreign = leftovers.foreignCalls();
    List<TrialError> calls = leftovers.calls();
    List<TrialError> errors = leftovers.errors();
    List<TrialError> others = leftovers.others();
    run.take(
        run.attempt(
            "end",
            trial -> {
              ledger.close();
              return null;
            }));
    run.guarded().begin("end");
    others.addAll(ThreadsLeft.judge(run, threadsLeft)); // the ledger has unwound some by now
    left.stream().filter(some -> some.error() != null).forEach(some -> run.findings().blame(some));
    errors.addAll(new Leftovers(run, ledger.snapshot()).errors());
    run.take(run.guarded().end(null));
    if (run.settings().strictness() == Strictness.LENIENT) {
      errors.forEach(run::take);
      return Stream.of(foreign, calls, others).flatMap(List::stream).toList();
    }
    Stream.of(foreign, calls, errors, others).flatMap(List::stream).forEach(run::take);
    return List.of();
  }
}
