// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.time;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The checks of calls without delay, and of calls that throw. */
final class TurnChecks {
  static final List<Rule> RULES =
      List.of(
          time(
              "zero.not-inside-arming",
              "A call without delay never runs inside the method that armed it.",
              TurnChecks::zeroNotInsideArming),
          time(
              "zero.not-inside-the-arming-call",
              "A call without delay that a call arms runs after that call has ended.",
              TurnChecks::zeroNotInsideTheArmingCall),
          time(
              "zero.in-order",
              "Calls without delay run in the order in which they were armed.",
              TurnChecks::zeroInOrder),
          time(
              "zero.after-what-is-due",
              "A call without delay that a call arms runs after what was due already.",
              TurnChecks::zeroAfterWhatIsDue),
          time(
              "zero.chain-is-not-recursion",
              "A thousand calls that arm each other without delay do not use up the stack.",
              TurnChecks::zeroChainIsNotRecursion),
          time(
              "error.others-run",
              "What a call throws does not keep others from running.",
              TurnChecks::errorOthersRun),
          time("error.is-logged", "What a call throws is logged.", TurnChecks::errorIsLogged),
          time(
              "error.what-it-armed-runs",
              "What a call armed before it threw still runs.",
              TurnChecks::errorWhatItArmedRuns));

  private TurnChecks() {}

  private static Rule time(String name, String meaning, Rule.Body body) {
    return Rule.of("time." + name, meaning, body, ReactorTime.class);
  }

  private static void zeroNotInsideArming(Rig rig) {
    rig.run(
        () -> {
          rig.sayLater(Duration.ZERO, "ran");
          rig.say("armed");
        });
    rig.await("the call runs", () -> rig.hasSaid("ran"));

    Expect.equal("the order", List.of("armed", "ran"), rig.said());
  }

  private static void zeroNotInsideTheArmingCall(Rig rig) {
    rig.later(
        Duration.ZERO,
        () -> {
          rig.say("outer begins");
          rig.sayLater(Duration.ZERO, "inner");
          rig.say("outer ends");
        });
    rig.await("the inner call runs", () -> rig.hasSaid("inner"));

    Expect.equal("the order", List.of("outer begins", "outer ends", "inner"), rig.said());
  }

  private static void zeroInOrder(Rig rig) {
    List<String> names = IntStream.range(0, 20).mapToObj(i -> "call " + i).toList();
    rig.run(() -> names.forEach(name -> rig.sayLater(Duration.ZERO, name)));
    rig.await("all run", () -> rig.said().size() == names.size());

    Expect.equal("the order", names, rig.said());
  }

  private static void zeroAfterWhatIsDue(Rig rig) {
    rig.run(
        () -> {
          rig.later(Duration.ZERO, () -> rig.sayLater(Duration.ZERO, "armed by the first"));
          rig.sayLater(Duration.ZERO, "second");
        });
    rig.await("all run", () -> rig.said().size() == 2);

    Expect.equal("the order", List.of("second", "armed by the first"), rig.said());
  }

  private static void zeroChainIsNotRecursion(Rig rig) {
    int[] left = {1_000};
    int[] depth = {0};
    Runnable[] next = {() -> {}};
    next[0] =
        () -> {
          depth[0] = Math.max(depth[0], new Throwable().getStackTrace().length);
          if (--left[0] > 0) {
            rig.time().callLater(Duration.ZERO, next[0]);
          }
        };
    rig.run(() -> rig.time().callLater(Duration.ZERO, next[0]));
    rig.await("all run", () -> left[0] == 0);

    Expect.isTrue("the stack must not grow: " + depth[0] + " frames", depth[0] < 500);
  }

  private static void errorOthersRun(Rig rig) {
    rig.run(
        () -> {
          rig.sayLater(Rig.ticks(1), "before");
          rig.later(Rig.ticks(1), rig::raise);
          rig.sayLater(Rig.ticks(1), "after");
          rig.sayLater(Rig.ticks(2), "later");
        });
    rig.await("the last call runs", () -> rig.hasSaid("later"));

    Expect.equal("what ran", List.of("before", "after", "later"), rig.said());
    rig.logged(rig.error());
  }

  private static void errorIsLogged(Rig rig) {
    AssertionError serious = new AssertionError("thrown by a call");
    rig.run(
        () -> {
          rig.later(Duration.ZERO, rig::raise);
          rig.later(
              Rig.ticks(1),
              () -> {
                throw serious;
              });
          rig.sayLater(Rig.ticks(2), "over");
        });
    rig.await("the last call runs", () -> rig.hasSaid("over"));

    rig.logged(rig.error(), serious);
  }

  private static void errorWhatItArmedRuns(Rig rig) {
    rig.later(
        Duration.ZERO,
        () -> {
          rig.sayLater(Duration.ZERO, "armed before");
          rig.raise();
        });
    rig.await("what was armed runs", () -> rig.hasSaid("armed before"));

    rig.logged(rig.error());
  }
}
