// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.time;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Moment;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ContractSubject;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The checks of the clock, and of the times at which calls run. */
final class TimeChecks {
  private static final int MANY = 500;

  static final List<Rule> RULES =
      List.of(
          time(
              "clock.never-goes-back",
              "The clock never reads less than it did before.",
              TimeChecks::clockNeverGoesBack),
          time(
              "clock.moves-on",
              "The clock moves on by the time that passes.",
              TimeChecks::clockMovesOn),
          time("call.runs-once", "A call runs exactly once.", TimeChecks::runsOnce),
          time(
              "call.not-before-its-delay",
              "A call runs when its delay has passed, not before.",
              TimeChecks::notBeforeItsDelay),
          time(
              "call.sees-its-due-time",
              "In a call, the clock reads the time at which the call is due, or later.",
              TimeChecks::seesItsDueTime),
          time(
              "call.order-of-due-times",
              "Calls run in the order of their due times, however they were armed.",
              TimeChecks::orderOfDueTimes),
          time(
              "call.ties-in-order-of-arming",
              "Calls due at the same time run in the order in which they were armed.",
              TimeChecks::tiesInOrderOfArming),
          time(
                  "call.ties-from-different-moments",
                  "Of two calls due at the same time, the one armed first runs first, whatever its delay.",
                  TimeChecks::tiesFromDifferentMoments)
              .where("the subject has no exact time", ContractSubject::hasExactTime),
          time(
              "call.many-in-order",
              "Hundreds of calls run in the order of due time, then of arming.",
              TimeChecks::manyInOrder),
          time(
              "call.armed-in-a-call",
              "A call that is armed inside another runs when its own delay has passed.",
              TimeChecks::armedInACall),
          time(
              "call.negative-delay-is-refused",
              "A negative delay is refused with IllegalArgumentException, and nothing is armed.",
              rig -> refused(rig, Duration.ofNanos(-1))),
          time(
              "call.delay-beyond-counting-is-refused",
              "A delay that the clock cannot count is refused with IllegalArgumentException.",
              rig -> refused(rig, Duration.ofSeconds(Long.MAX_VALUE))),
          time(
              "thread.is-always-the-same",
              "All calls run on one thread.",
              TimeChecks::threadIsAlwaysTheSame));

  private TimeChecks() {}

  private static Rule time(String name, String meaning, Rule.Body body) {
    return Rule.of("time." + name, meaning, body, ReactorTime.class);
  }

  private static void clockNeverGoesBack(Rig rig) {
    List<Duration> read = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rig.later(Rig.ticks(i), () -> read.add(rig.time().elapsed()));
    }
    rig.run(() -> read.add(rig.time().elapsed()));
    rig.await("five calls have read the clock", () -> read.size() == 6);
    rig.run(() -> read.add(rig.time().elapsed()));

    Expect.equal("the clock, as it was read", read.stream().sorted().toList(), List.copyOf(read));
    Expect.isTrue("the clock must not begin below zero", !read.get(0).isNegative());
  }

  private static void clockMovesOn(Rig rig) {
    Duration before = rig.get(() -> rig.time().elapsed());
    rig.runFor(Rig.ticks(3));

    Moment.check(rig, "the clock", before.plus(Rig.ticks(3)), rig.get(() -> rig.time().elapsed()));
  }

  private static void runsOnce(Rig rig) {
    rig.sayLater(Rig.ticks(1), "ran");
    rig.await("the call runs", () -> rig.hasSaid("ran"));
    rig.runFor(Rig.ticks(3));

    Expect.equal("what ran", List.of("ran"), rig.said());
  }

  private static void notBeforeItsDelay(Rig rig) {
    Duration armed = rig.get(() -> rig.time().elapsed());
    List<Duration> ran = new ArrayList<>();
    rig.later(Rig.ticks(2), () -> ran.add(rig.time().elapsed()));
    rig.await("the call runs", () -> !ran.isEmpty());

    Moment.check(rig, "the time at which it ran", armed.plus(Rig.ticks(2)), ran.get(0));
  }

  private static void seesItsDueTime(Rig rig) {
    List<DelayedCall> calls = new ArrayList<>();
    List<Duration> seen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(rig.later(Rig.ticks(2 * i), () -> seen.add(rig.time().elapsed())));
    }
    rig.await("three calls run", () -> seen.size() == 3);

    for (int i = 0; i < 3; i++) {
      Moment.check(rig, "the time in call " + i, calls.get(i).due(), seen.get(i));
    }
  }

  private static void orderOfDueTimes(Rig rig) {
    rig.run(
        () -> {
          rig.sayLater(Rig.ticks(25), "c");
          rig.sayLater(Rig.ticks(1), "a");
          rig.sayLater(Rig.ticks(27), "d");
          rig.sayLater(Rig.ticks(3), "b");
        });
    rig.await("all run", () -> rig.said().size() == 4);

    Expect.equal("the order", List.of("a", "b", "c", "d"), rig.said());
  }

  private static void tiesInOrderOfArming(Rig rig) {
    List<String> names = IntStream.range(0, 20).mapToObj(i -> "call " + i).toList();
    rig.run(() -> names.forEach(name -> rig.sayLater(Rig.ticks(2), name)));
    rig.await("all run", () -> rig.said().size() == names.size());

    Expect.equal("the order", names, rig.said());
  }

  private static void tiesFromDifferentMoments(Rig rig) {
    rig.sayLater(Rig.ticks(3), "armed first");
    rig.later(Rig.ticks(1), () -> rig.sayLater(Rig.ticks(2), "armed on the way"));
    rig.runFor(Rig.ticks(2));
    rig.sayLater(Rig.ticks(1), "armed last");
    rig.runFor(Rig.ticks(1));

    Expect.equal("the order", List.of("armed first", "armed on the way", "armed last"), rig.said());
  }

  private static void manyInOrder(Rig rig) {
    List<DelayedCall> armed = new ArrayList<>();
    List<Integer> ran = new ArrayList<>();
    rig.run(
        () -> {
          for (int i = 0; i < MANY; i++) {
            int number = i;
            // An irregular order of delays up to five ticks, most of them used more than once.
            Duration delay = Rig.ticks(5).multipliedBy(number * 73 % 97).dividedBy(97);
            armed.add(rig.later(delay, () -> ran.add(number)));
          }
        });
    rig.await("all run", () -> ran.size() == MANY);

    List<Integer> expected =
        IntStream.range(0, MANY)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> armed.get(i).due()))
            .toList();
    Expect.equal("the order of due times", expected, List.copyOf(ran));
  }

  private static void armedInACall(Rig rig) {
    List<Duration> ran = new ArrayList<>();
    rig.later(
        Rig.ticks(1),
        () -> {
          ran.add(rig.time().elapsed());
          rig.later(Rig.ticks(2), () -> ran.add(rig.time().elapsed()));
        });
    rig.await("both run", () -> ran.size() == 2);

    Moment.check(rig, "the time of the second", ran.get(0).plus(Rig.ticks(2)), ran.get(1));
  }

  private static void refused(Rig rig, Duration delay) {
    rig.thrown(
        IllegalArgumentException.class,
        "callLater(" + delay + ")",
        () -> rig.time().callLater(delay, () -> rig.say("ran")));
    rig.settle();

    Expect.equal("what ran", List.of(), rig.said());
    Expect.equal("what is armed", List.of(), rig.get(() -> rig.time().delayedCalls()));
  }

  private static void threadIsAlwaysTheSame(Rig rig) {
    List<Thread> threads = new ArrayList<>();
    rig.run(() -> threads.add(Thread.currentThread()));
    for (int i = 0; i < 3; i++) {
      rig.later(Rig.ticks(i), () -> threads.add(Thread.currentThread()));
    }
    rig.await("all run", () -> threads.size() == 4);

    Expect.equal("the number of threads", 1L, threads.stream().distinct().count());
  }
}
