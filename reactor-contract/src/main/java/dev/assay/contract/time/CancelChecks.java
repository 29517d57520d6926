// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.time;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Moment;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.time.AlreadyCalledException;
import dev.assay.time.AlreadyCancelledException;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of cancelled calls, and of the list of armed calls. */
final class CancelChecks {
  static final List<Rule> RULES =
      List.of(
          time(
              "cancel.never-runs", "A call that is cancelled never runs.", CancelChecks::neverRuns),
          time(
              "cancel.twice",
              "To cancel a call again throws AlreadyCancelledException.",
              CancelChecks::twice),
          time(
              "cancel.after-it-ran",
              "To cancel a call that has run throws AlreadyCalledException.",
              CancelChecks::afterItRan),
          time(
              "cancel.while-it-runs",
              "To cancel a call inside itself throws AlreadyCalledException.",
              CancelChecks::whileItRuns),
          time(
              "cancel.what-is-due-as-well",
              "A call can cancel another that is due at the same time and has not run.",
              CancelChecks::whatIsDueAsWell),
          time(
              "cancel.leaves-others-alone",
              "To cancel a call does not change those due before, with and after it.",
              CancelChecks::leavesOthersAlone),
          time(
              "active.until-it-runs",
              "A call is active from when it is armed until it runs; inside itself it is not.",
              CancelChecks::activeUntilItRuns),
          time(
              "active.not-once-cancelled",
              "A call that was cancelled is not active.",
              CancelChecks::activeNotOnceCancelled),
          time(
              "due.is-the-delay-from-now",
              "The due time of a call is its delay after the moment at which it was armed.",
              CancelChecks::dueIsTheDelayFromNow),
          time(
              "due.stays-when-it-has-run",
              "A call that has run still returns its due time.",
              CancelChecks::dueStays),
          time("label.same-call", "To label a call returns the same call.", CancelChecks::label),
          time(
              "list.in-the-order-of-running",
              "The list of calls has them in the order in which they will run.",
              CancelChecks::listInOrder),
          time(
              "list.only-what-is-armed",
              "The list of calls has none that was cancelled, has run or is running.",
              CancelChecks::listOnlyWhatIsArmed),
          time(
              "list.stays-as-it-was",
              "The list of calls does not change when calls run, are armed or cancelled.",
              CancelChecks::listStays));

  private CancelChecks() {}

  private static Rule time(String name, String meaning, Rule.Body body) {
    return Rule.of("time." + name, meaning, body, ReactorTime.class);
  }

  private static void neverRuns(Rig rig) {
    rig.run(() -> rig.sayLater(Rig.ticks(1), "cancelled").cancel());
    rig.run(() -> rig.sayLater(Duration.ZERO, "cancelled").cancel());
    rig.runFor(Rig.ticks(3));

    Expect.equal("what ran", List.of(), rig.said());
  }

  private static void twice(Rig rig) {
    DelayedCall call = rig.sayLater(Rig.ticks(1), "ran");
    rig.run(call::cancel);

    rig.thrown(AlreadyCancelledException.class, "cancel() again", call::cancel);
  }

  private static void afterItRan(Rig rig) {
    DelayedCall call = rig.sayLater(Duration.ZERO, "ran");
    rig.await("the call runs", () -> rig.hasSaid("ran"));

    rig.thrown(AlreadyCalledException.class, "cancel() afterwards", call::cancel);
  }

  private static void whileItRuns(Rig rig) {
    List<DelayedCall> call = new ArrayList<>();
    rig.run(
        () ->
            call.add(
                rig.later(
                    Duration.ZERO,
                    () -> {
                      Expect.thrown(
                          AlreadyCalledException.class, "cancel() inside", call.get(0)::cancel);
                      rig.say("refused");
                    })));
    rig.await("the call runs, and may not cancel itself", () -> rig.hasSaid("refused"));
  }

  private static void whatIsDueAsWell(Rig rig) {
    List<DelayedCall> calls = new ArrayList<>();
    rig.run(
        () -> {
          rig.later(Rig.ticks(1), () -> calls.forEach(DelayedCall::cancel));
          calls.add(rig.sayLater(Rig.ticks(1), "cancelled"));
          calls.add(rig.sayLater(Rig.ticks(1), "cancelled"));
          rig.sayLater(Rig.ticks(1), "not cancelled");
        });
    rig.await("the last call runs", () -> rig.hasSaid("not cancelled"));
    rig.runFor(Rig.ticks(1));

    Expect.equal("what ran", List.of("not cancelled"), rig.said());
  }

  private static void leavesOthersAlone(Rig rig) {
    rig.run(
        () -> {
          rig.sayLater(Rig.ticks(1), "before");
          DelayedCall first = rig.sayLater(Rig.ticks(2), "cancelled");
          rig.sayLater(Rig.ticks(2), "with");
          DelayedCall last = rig.sayLater(Rig.ticks(2), "cancelled");
          rig.sayLater(Rig.ticks(3), "after");
          first.cancel();
          last.cancel();
        });
    rig.await("the last call runs", () -> rig.hasSaid("after"));

    Expect.equal("what ran", List.of("before", "with", "after"), rig.said());
  }

  private static void activeUntilItRuns(Rig rig) {
    List<DelayedCall> call = new ArrayList<>();
    List<Boolean> active = new ArrayList<>();
    rig.run(
        () -> {
          call.add(rig.later(Rig.ticks(1), () -> active.add(call.get(0).isActive())));
          active.add(call.get(0).isActive());
        });
    rig.await("the call runs", () -> active.size() == 2);
    rig.run(() -> active.add(call.get(0).isActive()));

    Expect.equal("isActive() before, inside, after", List.of(true, false, false), active);
  }

  private static void activeNotOnceCancelled(Rig rig) {
    DelayedCall call = rig.sayLater(Rig.ticks(1), "ran");
    rig.run(call::cancel);

    Expect.equal("isActive()", false, rig.get(call::isActive));
  }

  private static void dueIsTheDelayFromNow(Rig rig) {
    rig.run(
        () -> {
          Duration before = rig.time().elapsed();
          Duration due = rig.sayLater(Rig.ticks(2), "ran").due();
          Duration after = rig.time().elapsed();
          Moment.check(rig, "due()", before.plus(Rig.ticks(2)), due);
          Expect.isTrue(
              "due() must be at most %s: %s".formatted(after.plus(Rig.ticks(2)), due),
              due.compareTo(after.plus(Rig.ticks(2))) <= 0);
        });
  }

  private static void dueStays(Rig rig) {
    DelayedCall call = rig.sayLater(Rig.ticks(1), "ran");
    Duration due = rig.get(call::due);
    rig.await("the call runs", () -> rig.hasSaid("ran"));

    Expect.equal("due() afterwards", due, rig.get(call::due));
  }

  private static void label(Rig rig) {
    DelayedCall call = rig.sayLater(Rig.ticks(1), "ran");

    Expect.equal("what label() gives", call, rig.get(() -> call.label("it")));
  }

  private static void listInOrder(Rig rig) {
    rig.run(
        () -> {
          DelayedCall third = rig.sayLater(Rig.ticks(90), "third");
          DelayedCall first = rig.sayLater(Rig.ticks(5), "first");
          DelayedCall second = rig.sayLater(Rig.ticks(7), "second");
          Expect.equal("the list", List.of(first, second, third), rig.time().delayedCalls());
        });
  }

  private static void listOnlyWhatIsArmed(Rig rig) {
    List<DelayedCall> inside = new ArrayList<>();
    DelayedCall stays = rig.sayLater(Rig.ticks(50), "ran");
    rig.later(
        Rig.ticks(1),
        () -> {
          inside.addAll(rig.time().delayedCalls());
          rig.say("ran");
        });
    rig.run(() -> rig.sayLater(Rig.ticks(1), "cancelled").cancel());
    rig.await("the call runs", () -> rig.hasSaid("ran"));

    Expect.equal("the list inside a call", List.of(stays), inside);
    Expect.equal("the list afterwards", List.of(stays), rig.get(() -> rig.time().delayedCalls()));
  }

  private static void listStays(Rig rig) {
    rig.run(
        () -> {
          DelayedCall first = rig.sayLater(Rig.ticks(1), "ran");
          DelayedCall second = rig.sayLater(Rig.ticks(2), "ran");
          List<DelayedCall> list = rig.time().delayedCalls();
          first.cancel();
          rig.sayLater(Duration.ZERO, "ran");
          Expect.equal("the list that was taken before", List.of(first, second), list);
        });
  }
}
