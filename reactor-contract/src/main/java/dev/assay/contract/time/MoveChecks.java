// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.time;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Moment;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ContractSubject;
import dev.assay.time.AlreadyCalledException;
import dev.assay.time.AlreadyCancelledException;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of calls that are moved to another time. */
final class MoveChecks {
  static final List<Rule> RULES =
      List.of(
          time("reset.later", "A call can be reset to a later time.", MoveChecks::resetLater),
          time(
              "reset.earlier", "A call can be reset to an earlier time.", MoveChecks::resetEarlier),
          time(
              "reset.is-from-now",
              "A call that is reset is due the new delay after now, whatever it was before.",
              MoveChecks::resetIsFromNow),
          time(
              "reset.counts-as-armed-anew",
              "A call that is reset runs after those that were armed for its new time earlier.",
              MoveChecks::resetCountsAsArmedAnew),
          time(
              "reset.again-and-again",
              "A call that is reset whenever it is nearly due does not run until that ends.",
              MoveChecks::resetAgainAndAgain),
          time(
              "reset.what-is-due-as-well",
              "A call can reset another that is due at the same time and has not run.",
              MoveChecks::resetWhatIsDueAsWell),
          time(
              "reset.negative-is-refused",
              "A reset to a negative delay is refused, and the call stays as it was.",
              MoveChecks::resetNegative),
          time(
              "reset.after-it-ran",
              "To reset or delay a call that has run throws AlreadyCalledException.",
              MoveChecks::afterItRan),
          time(
              "reset.after-it-was-cancelled",
              "To reset or delay a call that was cancelled throws AlreadyCancelledException.",
              MoveChecks::afterItWasCancelled),
          time(
              "delay.adds",
              "A call that is delayed is due later by the given time.",
              MoveChecks::delayAdds),
          time(
              "delay.negative-brings-forward",
              "A call that is delayed by a negative time is due earlier by that time.",
              MoveChecks::delayNegative),
          time(
              "delay.into-the-past-is-refused",
              "A delay that would move a call before now is refused, and it stays as it was.",
              MoveChecks::delayIntoThePast),
          time(
                  "delay.counts-as-armed-anew",
                  "A call that is delayed runs after those that were armed for its new time earlier.",
                  MoveChecks::delayCountsAsArmedAnew)
              .where("the subject has no exact time", ContractSubject::hasExactTime),
          time(
              "list.follows-a-move",
              "The list of calls has a call that was moved at its new place.",
              MoveChecks::listFollows));

  private MoveChecks() {}

  private static Rule time(String name, String meaning, Rule.Body body) {
    return Rule.of("time." + name, meaning, body, ReactorTime.class);
  }

  private static void resetLater(Rig rig) {
    rig.run(
        () -> {
          rig.sayLater(Rig.ticks(2), "other");
          rig.sayLater(Rig.ticks(1), "moved").reset(Rig.ticks(3));
        });
    rig.await("both run", () -> rig.said().size() == 2);
    rig.runFor(Rig.ticks(2));

    Expect.equal("what ran", List.of("other", "moved"), rig.said());
  }

  private static void resetEarlier(Rig rig) {
    rig.run(
        () -> {
          rig.sayLater(Rig.ticks(20), "moved").reset(Rig.ticks(1));
          rig.sayLater(Rig.ticks(4), "other");
        });
    rig.await("both run", () -> rig.said().size() == 2);

    Expect.equal("what ran", List.of("moved", "other"), rig.said());
  }

  private static void resetIsFromNow(Rig rig) {
    DelayedCall call = rig.sayLater(Rig.ticks(50), "ran");
    rig.runFor(Rig.ticks(2));
    rig.run(
        () -> {
          Duration now = rig.time().elapsed();
          call.reset(Rig.ticks(3));
          Moment.check(rig, "due()", now.plus(Rig.ticks(3)), call.due());
          Expect.isTrue(
              "due() must be less than before: " + call.due(),
              call.due().compareTo(now.plus(Rig.ticks(40))) < 0);
        });
  }

  private static void resetCountsAsArmedAnew(Rig rig) {
    rig.run(
        () -> {
          DelayedCall moved = rig.sayLater(Rig.ticks(2), "moved");
          rig.sayLater(Rig.ticks(2), "other");
          moved.reset(Rig.ticks(2));
        });
    rig.await("both run", () -> rig.said().size() == 2);

    Expect.equal("what ran", List.of("other", "moved"), rig.said());
  }

  private static void resetAgainAndAgain(Rig rig) {
    DelayedCall idle = rig.sayLater(Rig.ticks(30), "idle");
    for (int i = 1; i <= 4; i++) {
      rig.later(
          Rig.ticks(4 * i),
          () -> {
            rig.say("busy");
            idle.reset(Rig.ticks(30));
          });
    }
    rig.await("it runs in the end", () -> rig.hasSaid("idle"));

    Expect.equal("what ran", List.of("busy", "busy", "busy", "busy", "idle"), rig.said());
  }

  private static void resetWhatIsDueAsWell(Rig rig) {
    List<DelayedCall> other = new ArrayList<>();
    rig.run(
        () -> {
          rig.later(Rig.ticks(1), () -> other.get(0).reset(Rig.ticks(20)));
          other.add(rig.sayLater(Rig.ticks(1), "moved"));
          rig.sayLater(Rig.ticks(2), "meanwhile");
        });
    rig.await("it runs in the end", () -> rig.hasSaid("moved"));

    Expect.equal("what ran", List.of("meanwhile", "moved"), rig.said());
  }

  private static void resetNegative(Rig rig) {
    rig.run(
        () -> {
          DelayedCall call = rig.sayLater(Rig.ticks(1), "ran");
          Duration due = call.due();
          Expect.thrown(
              IllegalArgumentException.class,
              "reset(-1 ns)",
              () -> call.reset(Duration.ofNanos(-1)));
          Expect.equal("due()", due, call.due());
        });
    rig.await("it runs all the same", () -> rig.hasSaid("ran"));
  }

  private static void afterItRan(Rig rig) {
    DelayedCall call = rig.sayLater(Duration.ZERO, "ran");
    rig.await("the call runs", () -> rig.hasSaid("ran"));

    rig.thrown(AlreadyCalledException.class, "reset()", () -> call.reset(Rig.ticks(1)));
    rig.thrown(AlreadyCalledException.class, "delay()", () -> call.delay(Rig.ticks(1)));
    rig.runFor(Rig.ticks(2));
    Expect.equal("what ran", List.of("ran"), rig.said());
  }

  private static void afterItWasCancelled(Rig rig) {
    DelayedCall call = rig.sayLater(Rig.ticks(1), "ran");
    rig.run(call::cancel);

    rig.thrown(AlreadyCancelledException.class, "reset()", () -> call.reset(Rig.ticks(1)));
    rig.thrown(AlreadyCancelledException.class, "delay()", () -> call.delay(Rig.ticks(1)));
    rig.runFor(Rig.ticks(2));
    Expect.equal("what ran", List.of(), rig.said());
  }

  private static void delayAdds(Rig rig) {
    rig.run(
        () -> {
          rig.sayLater(Rig.ticks(2), "other");
          DelayedCall call = rig.sayLater(Rig.ticks(1), "moved");
          Duration due = call.due();
          call.delay(Rig.ticks(2));
          Expect.equal("due()", due.plus(Rig.ticks(2)), call.due());
        });
    rig.await("both run", () -> rig.said().size() == 2);

    Expect.equal("what ran", List.of("other", "moved"), rig.said());
  }

  private static void delayNegative(Rig rig) {
    rig.run(
        () -> {
          DelayedCall call = rig.sayLater(Rig.ticks(60), "moved");
          rig.sayLater(Rig.ticks(50), "other");
          Duration due = call.due();
          call.delay(Rig.ticks(-30));
          Expect.equal("due()", due.minus(Rig.ticks(30)), call.due());
        });
    rig.await("both run", () -> rig.said().size() == 2);

    Expect.equal("what ran", List.of("moved", "other"), rig.said());
  }

  private static void delayIntoThePast(Rig rig) {
    rig.run(
        () -> {
          DelayedCall call = rig.sayLater(Rig.ticks(1), "ran");
          Duration due = call.due();
          Expect.thrown(
              IllegalArgumentException.class,
              "delay into the past",
              () -> call.delay(Rig.ticks(-5)));
          Expect.equal("due()", due, call.due());
        });
    rig.await("it runs all the same", () -> rig.hasSaid("ran"));
  }

  private static void delayCountsAsArmedAnew(Rig rig) {
    rig.run(
        () -> {
          DelayedCall moved = rig.sayLater(Rig.ticks(1), "moved");
          rig.sayLater(Rig.ticks(2), "other");
          moved.delay(Rig.ticks(1));
        });
    rig.await("both run", () -> rig.said().size() == 2);

    Expect.equal("what ran", List.of("other", "moved"), rig.said());
  }

  private static void listFollows(Rig rig) {
    rig.run(
        () -> {
          DelayedCall first = rig.sayLater(Rig.ticks(10), "first");
          DelayedCall second = rig.sayLater(Rig.ticks(60), "second");
          first.reset(Rig.ticks(90));
          Expect.equal("the list", List.of(second, first), rig.time().delayedCalls());
          first.delay(Rig.ticks(-50));
          Expect.equal("the list", List.of(first, second), rig.time().delayedCalls());
        });
  }
}
