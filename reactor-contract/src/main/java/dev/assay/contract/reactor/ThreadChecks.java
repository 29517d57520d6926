// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.reactor;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.deferred.Deferred;
import dev.assay.reactor.ReactorThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The checks of work on other threads, and of its results. */
final class ThreadChecks {
  private static final int MANY = 200;

  static final List<Rule> RULES =
      List.of(
          threads(
              "from-thread.runs-later",
              "A call that is submitted never runs inside callFromThread.",
              ThreadChecks::runsLater),
          threads(
              "from-thread.in-order",
              "The calls that one thread submits run in that order.",
              ThreadChecks::inOrder),
          threads(
              "from-thread.in-order-from-the-pool",
              "The calls that a task submits run in that order, on the reactor's thread.",
              ThreadChecks::inOrderFromThePool),
          threads(
              "from-thread.not-inside-the-handing-call",
              "A call that a submitted call submits runs after that one has ended.",
              ThreadChecks::notInsideTheHandingCall),
          threads(
              "from-thread.error-is-logged",
              "What a submitted call throws is logged, and the next ones run.",
              ThreadChecks::errorIsLogged),
          threads(
              "defer.value",
              "The Deferred of a task fires with its value, which may be null.",
              ThreadChecks::deferValue),
          threads(
              "defer.failure",
              "The Deferred of a task fails with what the task throws, which is not logged.",
              ThreadChecks::deferFailure),
          threads(
              "defer.on-the-reactors-thread",
              "The Deferred of a task fires on the reactor's thread.",
              ThreadChecks::deferOnTheReactorsThread),
          threads(
              "defer.not-inside-the-request",
              "The Deferred of a task has not fired when deferToThread returns.",
              ThreadChecks::deferNotInside),
          threads(
              "defer.after-what-the-task-handed-over",
              "The calls that a task submits run before its Deferred fires.",
              ThreadChecks::deferAfterWhatItHandedOver),
          threads(
              "defer.many",
              "Hundreds of Deferreds each get their own task's value.",
              ThreadChecks::deferMany),
          threads(
              "defer.again-in-the-callback",
              "A callback of a task's Deferred can submit another task to the pool.",
              ThreadChecks::deferAgain));

  private ThreadChecks() {}

  private static Rule threads(String name, String meaning, Rule.Body body) {
    return Rule.of("threads." + name, meaning, body, ReactorThreads.class);
  }

  static ReactorThreads threads(Rig rig) {
    return rig.reactor(ReactorThreads.class);
  }

  private static void runsLater(Rig rig) {
    rig.run(
        () -> {
          threads(rig).callFromThread(() -> rig.say("ran"));
          rig.say("handed over");
        });
    rig.await("the call runs", () -> rig.hasSaid("ran"));

    Expect.equal("the order", List.of("handed over", "ran"), rig.said());
  }

  private static void inOrder(Rig rig) {
    List<String> names = IntStream.range(0, MANY).mapToObj(i -> "call " + i).toList();
    // Not within run: the thread that works with the subject is a thread like any other.
    names.forEach(name -> threads(rig).callFromThread(() -> rig.say(name)));
    rig.await("all run", () -> rig.said().size() == MANY);

    Expect.equal("the order", names, rig.said());
  }

  private static void inOrderFromThePool(Rig rig) {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    List<String> names = IntStream.range(0, MANY).mapToObj(i -> "call " + i).toList();
    rig.run(() -> threads.add(Thread.currentThread()));
    rig.run(
        () ->
            threads(rig)
                .callInThread(
                    () ->
                        names.forEach(
                            name ->
                                threads(rig)
                                    .callFromThread(
                                        () -> {
                                          threads.add(Thread.currentThread());
                                          rig.say(name);
                                        }))));
    rig.await("all run", () -> rig.said().size() == MANY);

    Expect.equal("the order", names, rig.said());
    Expect.equal("the number of threads", 1L, threads.stream().distinct().count());
  }

  private static void notInsideTheHandingCall(Rig rig) {
    rig.run(
        () ->
            threads(rig)
                .callFromThread(
                    () -> {
                      rig.say("outer begins");
                      threads(rig).callFromThread(() -> rig.say("inner"));
                      rig.say("outer ends");
                    }));
    rig.await("the inner call runs", () -> rig.hasSaid("inner"));

    Expect.equal("the order", List.of("outer begins", "outer ends", "inner"), rig.said());
  }

  private static void errorIsLogged(Rig rig) {
    rig.run(
        () -> {
          threads(rig).callFromThread(rig::raise);
          threads(rig).callFromThread(() -> rig.say("next"));
        });
    rig.await("the next call runs", () -> rig.hasSaid("next"));

    rig.logged(rig.error());
  }

  private static void deferValue(Rig rig) {
    Deferred<String> value = rig.get(() -> threads(rig).deferToThread(() -> "value"));
    Deferred<@Nullable String> none =
        rig.<Deferred<@Nullable String>>get(() -> threads(rig).deferToThread(() -> null));

    Expect.equal("the value", "value", rig.value("the task ends", value));
    Expect.equal("the value", null, rig.value("the task ends", none));
  }

  private static void deferFailure(Rig rig) {
    for (Throwable thrown :
        List.of(new IOException("checked"), rig.error(), new AssertionError("serious"))) {
      Deferred<String> failing = rig.get(() -> threads(rig).deferToThread(() -> failWith(thrown)));

      Expect.equal(
          "the failure", thrown, rig.failure(Throwable.class, "the task's outcome", failing));
    }
    rig.settle();
    rig.logged();
  }

  private static String failWith(Throwable thrown) throws Exception {
    if (thrown instanceof Error serious) {
      throw serious;
    }
    throw (Exception) thrown;
  }

  private static void deferOnTheReactorsThread(Rig rig) {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    rig.run(
        () -> {
          threads.add(Thread.currentThread());
          threads(rig)
              .deferToThread(() -> "value")
              .addEffect(value -> threads.add(Thread.currentThread()));
        });
    rig.await("it fires", () -> threads.size() == 2);

    Expect.equal("the thread on which it fires", threads.get(0), threads.get(1));
  }

  private static void deferNotInside(Rig rig) {
    rig.run(
        () -> {
          threads(rig).deferToThread(() -> "value").addEffect(value -> rig.say("fired"));
          rig.say("returned");
        });
    rig.await("it fires", () -> rig.hasSaid("fired"));

    Expect.equal("the order", List.of("returned", "fired"), rig.said());
  }

  private static void deferAfterWhatItHandedOver(Rig rig) {
    rig.run(
        () ->
            threads(rig)
                .deferToThread(
                    () -> {
                      threads(rig).callFromThread(() -> rig.say("first"));
                      threads(rig).callFromThread(() -> rig.say("second"));
                      return "value";
                    })
                .addEffect(rig::say));
    rig.await("it fires", () -> rig.hasSaid("value"));

    Expect.equal("the order", List.of("first", "second", "value"), rig.said());
  }

  private static void deferMany(Rig rig) {
    List<Deferred<Integer>> all = new ArrayList<>();
    rig.run(
        () -> {
          for (int i = 0; i < MANY; i++) {
            int number = i;
            all.add(threads(rig).deferToThread(() -> number));
          }
        });
    for (int i = 0; i < MANY; i++) {
      Expect.equal("the value", i, rig.value("the task ends", all.get(i)));
    }
  }

  private static void deferAgain(Rig rig) {
    Deferred<Integer> sum =
        rig.get(
            () ->
                threads(rig)
                    .deferToThread(() -> 20)
                    .addDeferringCallback(value -> threads(rig).deferToThread(() -> value + 22)));

    Expect.equal("the sum", 42, rig.value("both tasks end", sum));
  }
}
