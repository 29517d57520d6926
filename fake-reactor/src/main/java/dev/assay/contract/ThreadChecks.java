// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.deferred.Deferred;
import dev.assay.reactor.ReactorThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The checks of work that goes to threads, and comes back. */
final class ThreadChecks {
  private static final int MANY = 200;

  static final List<ContractCheck> CHECKS =
      List.of(
          threads(
              "from-thread.runs-later",
              "A call that is handed over never runs inside callFromThread.",
              ThreadChecks::runsLater),
          threads(
              "from-thread.in-order",
              "Calls that one thread hands over run in that order.",
              ThreadChecks::inOrder),
          threads(
              "from-thread.in-order-from-the-pool",
              "Calls that a task hands over run in that order, on the reactor's thread.",
              ThreadChecks::inOrderFromThePool),
          threads(
              "from-thread.not-inside-the-handing-call",
              "A call that a handed-over call hands over runs after that one has ended.",
              ThreadChecks::notInsideTheHandingCall),
          threads(
              "from-thread.error-is-logged",
              "What a handed-over call throws is logged, and the next ones run.",
              ThreadChecks::errorIsLogged),
          threads(
              "in-thread.runs",
              "A task that is given to the pool runs, once, not inside the request.",
              ThreadChecks::inThreadRuns),
          threads(
              "in-thread.many",
              "Hundreds of tasks all run, however many threads there are.",
              ThreadChecks::inThreadMany),
          threads(
              "in-thread.error-is-logged",
              "What a task throws is logged, and the next ones run.",
              ThreadChecks::inThreadErrorIsLogged),
          threads(
              "defer.value",
              "A task's value comes by its Deferred, be it null.",
              ThreadChecks::deferValue),
          threads(
              "defer.failure",
              "What a task throws comes by its Deferred, as it was thrown, and is not logged.",
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
              "Calls that a task hands over run before its Deferred fires.",
              ThreadChecks::deferAfterWhatItHandedOver),
          threads(
              "defer.many",
              "Hundreds of Deferreds each get their own task's value.",
              ThreadChecks::deferMany),
          threads(
              "defer.again-in-the-callback",
              "A callback of a task's Deferred can give another task to the pool.",
              ThreadChecks::deferAgain),
          threads(
              "pool.size-must-be-positive",
              "A pool of no threads is refused with IllegalArgumentException.",
              ThreadChecks::poolSize),
          threads(
              "pool.of-one",
              "A pool of one thread runs one task at a time, in the order of the requests.",
              ThreadChecks::poolOfOne));

  private ThreadChecks() {}

  private static ContractCheck threads(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("threads." + name, meaning, body, ReactorThreads.class);
  }

  private static ReactorThreads threads(Rig rig) {
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

  private static void inThreadRuns(Rig rig) {
    rig.run(() -> threads(rig).callInThread(() -> rig.say("ran")));
    rig.await("the task runs", () -> rig.hasSaid("ran"));
    rig.settle();

    Expect.equal("what ran", List.of("ran"), rig.said());
  }

  private static void inThreadMany(Rig rig) {
    AtomicInteger ran = new AtomicInteger();
    rig.run(
        () -> {
          for (int i = 0; i < MANY; i++) {
            threads(rig).callInThread(ran::incrementAndGet);
          }
        });
    rig.await("all run", () -> ran.get() >= MANY);
    rig.settle();

    Expect.equal("how many ran", MANY, ran.get());
  }

  private static void inThreadErrorIsLogged(Rig rig) {
    rig.run(
        () -> {
          threads(rig).suggestThreadPoolSize(1);
          threads(rig).callInThread(rig::raise);
          threads(rig).callInThread(() -> rig.say("next"));
        });
    rig.await("the next task runs", () -> rig.hasSaid("next"));
    rig.settle();

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
                    .addDeferring(value -> threads(rig).deferToThread(() -> value + 22)));

    Expect.equal("the sum", 42, rig.value("both tasks end", sum));
  }

  private static void poolSize(Rig rig) {
    for (int size : new int[] {0, -1}) {
      rig.thrown(
          IllegalArgumentException.class,
          "suggestThreadPoolSize(" + size + ")",
          () -> threads(rig).suggestThreadPoolSize(size));
    }
  }

  private static void poolOfOne(Rig rig) {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<String> names = IntStream.range(0, 50).mapToObj(i -> "task " + i).toList();
    rig.run(
        () -> {
          threads(rig).suggestThreadPoolSize(1);
          for (String name : names) {
            threads(rig)
                .callInThread(
                    () -> {
                      most.accumulateAndGet(running.incrementAndGet(), Math::max);
                      rig.say(name);
                      running.decrementAndGet();
                    });
          }
        });
    rig.await("all run", () -> rig.said().size() == names.size());

    Expect.equal("the order", names, rig.said());
    Expect.equal("the most at a time", 1, most.get());
  }
}
