// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.reactor;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.deferred.Deferred;
import dev.assay.reactor.ReactorCore;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import dev.assay.time.ReactorTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The checks of the triggers at startup and shutdown. */
final class TriggerChecks {
  static final List<Rule> RULES =
      List.of(
          core(
              "startup-in-phases",
              "The triggers of the startup run phase by phase, whenever they were added.",
              rig -> inPhases(rig, SystemEvent.STARTUP)),
          core(
              "shutdown-in-phases",
              "The triggers of the shutdown run phase by phase, whenever they were added.",
              rig -> inPhases(rig, SystemEvent.SHUTDOWN)),
          core(
              "in-order-of-adding",
              "The triggers of one phase run in the order in which they were added.",
              TriggerChecks::inOrder),
          core(
              "deferred-holds-back-the-next-phase",
              "A Deferred of the first phase delays the second; meanwhile the reactor runs.",
              TriggerChecks::deferredHoldsBack),
          core(
              "all-deferreds-are-waited-for",
              "The second phase begins when all Deferreds of the first have fired.",
              TriggerChecks::allDeferreds),
          core(
              "deferred-of-a-later-phase-holds-back-nothing",
              "A Deferred of the second phase is not waited for.",
              TriggerChecks::laterDeferred),
          core(
              "deferred-that-fails-is-logged",
              "A Deferred that fails is logged, and no longer delays the next phase.",
              TriggerChecks::failingDeferred),
          core(
              "error-is-logged",
              "What a trigger throws is logged, and the next ones run.",
              TriggerChecks::errorIsLogged),
          core(
              "removed-never-runs",
              "A trigger that was removed does not run.",
              TriggerChecks::removed),
          core(
              "removed-too-late-is-refused",
              "To remove a trigger again, or after it ran, throws IllegalStateException.",
              TriggerChecks::removedTooLate));

  private TriggerChecks() {}

  private static Rule core(String name, String meaning, Rule.Body body) {
    return Rule.of("core.trigger." + name, meaning, body, ReactorCore.class, ReactorTime.class);
  }

  private static Trigger add(
      Rig rig, Phase phase, SystemEvent event, Callable<? extends @Nullable Deferred<?>> trigger) {
    return rig.get(() -> CoreChecks.core(rig).addSystemEventTrigger(phase, event, trigger));
  }

  private static void runAndStop(Rig rig) {
    CoreChecks.stopSoon(rig);
    CoreChecks.runReactor(rig);
  }

  private static void inPhases(Rig rig, SystemEvent event) {
    CoreChecks.sayAt(rig, Phase.AFTER, event, "after");
    CoreChecks.sayAt(rig, Phase.DURING, event, "during");
    CoreChecks.sayAt(rig, Phase.BEFORE, event, "before");
    runAndStop(rig);

    Expect.equal("the order", List.of("before", "during", "after"), rig.said());
  }

  private static void inOrder(Rig rig) {
    for (Phase phase : Phase.values()) {
      for (int i = 0; i < 3; i++) {
        CoreChecks.sayAt(rig, phase, SystemEvent.SHUTDOWN, phase + " " + i);
      }
    }
    runAndStop(rig);

    List<String> expected = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      expected.addAll(List.of(phase + " 0", phase + " 1", phase + " 2"));
    }
    Expect.equal("the order", expected, rig.said());
  }

  private static void deferredHoldsBack(Rig rig) {
    Deferred<String> waited = rig.get(() -> new Deferred<String>());
    add(
        rig,
        Phase.BEFORE,
        SystemEvent.SHUTDOWN,
        () -> {
          rig.say("before");
          rig.later(
              Rig.ticks(2),
              () -> {
                rig.say("fired");
                waited.callback("done");
              });
          return waited;
        });
    CoreChecks.sayAt(rig, Phase.DURING, SystemEvent.SHUTDOWN, "during");
    runAndStop(rig);

    Expect.equal("the order", List.of("before", "fired", "during"), rig.said());
  }

  private static void allDeferreds(Rig rig) {
    for (int i = 3; i >= 1; i--) {
      int number = i;
      add(
          rig,
          Phase.BEFORE,
          SystemEvent.SHUTDOWN,
          () -> {
            Deferred<String> waited = new Deferred<>();
            rig.later(
                Rig.ticks(number),
                () -> {
                  rig.say("fires " + number);
                  waited.callback("done");
                });
            return waited;
          });
    }
    CoreChecks.sayAt(rig, Phase.DURING, SystemEvent.SHUTDOWN, "during");
    runAndStop(rig);

    Expect.equal("the order", List.of("fires 1", "fires 2", "fires 3", "during"), rig.said());
  }

  private static void laterDeferred(Rig rig) {
    Deferred<String> never = rig.get(() -> new Deferred<String>());
    add(rig, Phase.DURING, SystemEvent.SHUTDOWN, () -> never);
    CoreChecks.sayAt(rig, Phase.AFTER, SystemEvent.SHUTDOWN, "after");
    runAndStop(rig);

    Expect.equal("what happened", List.of("after"), rig.said());
  }

  private static void failingDeferred(Rig rig) {
    add(rig, Phase.BEFORE, SystemEvent.SHUTDOWN, () -> Deferred.<String>fail(rig.error()));
    CoreChecks.sayAt(rig, Phase.DURING, SystemEvent.SHUTDOWN, "during");
    runAndStop(rig);

    Expect.equal("what happened", List.of("during"), rig.said());
    rig.logged(rig.error());
  }

  private static void errorIsLogged(Rig rig) {
    add(
        rig,
        Phase.BEFORE,
        SystemEvent.SHUTDOWN,
        () -> {
          rig.raise();
          return null;
        });
    CoreChecks.sayAt(rig, Phase.BEFORE, SystemEvent.SHUTDOWN, "next");
    CoreChecks.sayAt(rig, Phase.DURING, SystemEvent.SHUTDOWN, "during");
    runAndStop(rig);

    Expect.equal("what happened", List.of("next", "during"), rig.said());
    rig.logged(rig.error());
  }

  private static void removed(Rig rig) {
    for (Phase phase : Phase.values()) {
      Trigger trigger =
          add(
              rig,
              phase,
              SystemEvent.SHUTDOWN,
              () -> {
                rig.say("ran");
                return null;
              });
      rig.run(trigger::remove);
    }
    runAndStop(rig);

    Expect.equal("what happened", List.of(), rig.said());
  }

  private static void removedTooLate(Rig rig) {
    Trigger removed = add(rig, Phase.BEFORE, SystemEvent.STARTUP, () -> null);
    rig.run(removed::remove);
    rig.thrown(IllegalStateException.class, "remove() again", removed::remove);
    Trigger ran = add(rig, Phase.BEFORE, SystemEvent.STARTUP, () -> null);
    runAndStop(rig);

    rig.thrown(IllegalStateException.class, "remove() afterwards", ran::remove);
  }
}
