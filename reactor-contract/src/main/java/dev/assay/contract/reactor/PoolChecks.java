// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.reactor;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.reactor.ReactorThreads;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The checks of tasks that run on threads of the pool. */
final class PoolChecks {
  private static final int MANY = 200;

  static final List<Rule> RULES =
      List.of(
          threads(
              "in-thread.runs",
              "A task that is submitted to the pool runs, once, not inside the request.",
              PoolChecks::inThreadRuns),
          threads(
              "in-thread.many",
              "Hundreds of tasks all run, however many threads there are.",
              PoolChecks::inThreadMany),
          threads(
              "in-thread.error-is-logged",
              "What a task throws is logged, and the next ones run.",
              PoolChecks::inThreadErrorIsLogged),
          threads(
              "pool.size-must-be-positive",
              "A pool of no threads is refused with IllegalArgumentException.",
              PoolChecks::poolSize),
          threads(
              "pool.of-one",
              "A pool of one thread runs one task at a time, in the order of the requests.",
              PoolChecks::poolOfOne));

  private PoolChecks() {}

  private static Rule threads(String name, String meaning, Rule.Body body) {
    return Rule.of("threads." + name, meaning, body, ReactorThreads.class);
  }

  private static void inThreadRuns(Rig rig) {
    rig.run(() -> ThreadChecks.threads(rig).callInThread(() -> rig.say("ran")));
    rig.await("the task runs", () -> rig.hasSaid("ran"));
    rig.settle();

    Expect.equal("what ran", List.of("ran"), rig.said());
  }

  private static void inThreadMany(Rig rig) {
    AtomicInteger ran = new AtomicInteger();
    rig.run(
        () -> {
          for (int i = 0; i < MANY; i++) {
            ThreadChecks.threads(rig).callInThread(ran::incrementAndGet);
          }
        });
    rig.await("all run", () -> ran.get() >= MANY);
    rig.settle();

    Expect.equal("how many ran", MANY, ran.get());
  }

  private static void inThreadErrorIsLogged(Rig rig) {
    rig.run(
        () -> {
          ThreadChecks.threads(rig).suggestThreadPoolSize(1);
          ThreadChecks.threads(rig).callInThread(rig::raise);
          ThreadChecks.threads(rig).callInThread(() -> rig.say("next"));
        });
    rig.await("the next task runs", () -> rig.hasSaid("next"));
    rig.settle();

    rig.logged(rig.error());
  }

  private static void poolSize(Rig rig) {
    for (int size : new int[] {0, -1}) {
      rig.thrown(
          IllegalArgumentException.class,
          "suggestThreadPoolSize(" + size + ")",
          () -> ThreadChecks.threads(rig).suggestThreadPoolSize(size));
    }
  }

  private static void poolOfOne(Rig rig) {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<String> names = IntStream.range(0, 50).mapToObj(i -> "task " + i).toList();
    rig.run(
        () -> {
          ThreadChecks.threads(rig).suggestThreadPoolSize(1);
          for (String name : names) {
            ThreadChecks.threads(rig)
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
