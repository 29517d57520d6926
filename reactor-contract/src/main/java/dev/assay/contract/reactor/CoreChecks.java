// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.reactor;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.reactor.ReactorCore;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of a reactor that runs and is stopped. */
final class CoreChecks {
  static final List<Rule> RULES =
      List.of(
          core(
              "run.returns-when-stopped",
              "run returns when the reactor is stopped.",
              CoreChecks::runReturns),
          core(
              "run.runs-calls",
              "While it runs, a reactor runs its calls, including those armed before.",
              CoreChecks::runRunsCalls),
          core(
              "run.is-running",
              "A reactor is running from startup to shutdown, not before and not after.",
              CoreChecks::isRunning),
          core(
              "run.inside-is-refused",
              "To run a reactor that runs throws IllegalStateException.",
              CoreChecks::runInside),
          core(
              "run.again-is-refused",
              "To run a reactor that was stopped throws IllegalStateException.",
              CoreChecks::runAgain),
          core(
              "stop.before-it-runs-is-refused",
              "To stop a reactor that does not run throws IllegalStateException.",
              CoreChecks::stopBefore),
          core(
              "stop.twice-is-refused",
              "To stop a reactor that is being stopped throws IllegalStateException.",
              CoreChecks::stopTwice),
          core(
              "stop.shuts-down-later",
              "No trigger of the shutdown runs inside stop.",
              CoreChecks::stopShutsDownLater),
          core(
              "crash.no-shutdown",
              "A reactor that crashes runs no trigger of the shutdown, and run returns.",
              CoreChecks::crash),
          core(
              "when-running.before",
              "A call given to callWhenRunning before the run is called after startup, in order.",
              CoreChecks::whenRunningBefore),
          core(
              "when-running.while-it-runs",
              "A call given to callWhenRunning during the run is called at once.",
              CoreChecks::whenRunningWhile),
          core(
              "when-running.error-is-logged",
              "What such a call throws is logged, and the next ones are made.",
              CoreChecks::whenRunningError));

  private CoreChecks() {}

  private static Rule core(String name, String meaning, Rule.Body body) {
    return Rule.of("core." + name, meaning, body, ReactorCore.class, ReactorTime.class);
  }

  static ReactorCore core(Rig rig) {
    return rig.reactor(ReactorCore.class);
  }

  /** Runs the reactor until a call of the check stops it, and fails if none does. */
  static void runReactor(Rig rig) {
    rig.later(
        Duration.ofSeconds(10),
        () -> {
          rig.say("nobody stopped it");
          core(rig).crash();
        });
    rig.run(() -> core(rig).run());
    Expect.isTrue("the reactor must be stopped", !rig.hasSaid("nobody stopped it"));
  }

  static void stopSoon(Rig rig) {
    rig.later(Rig.ticks(2), () -> core(rig).stop());
  }

  static Trigger sayAt(Rig rig, Phase phase, SystemEvent event, String text) {
    return rig.get(
        () ->
            core(rig)
                .addSystemEventTrigger(
                    phase,
                    event,
                    () -> {
                      rig.say(text);
                      return null;
                    }));
  }

  private static void runReturns(Rig rig) {
    stopSoon(rig);
    runReactor(rig);

    Expect.equal("isRunning()", false, rig.get(core(rig)::isRunning));
  }

  private static void runRunsCalls(Rig rig) {
    rig.sayLater(Duration.ZERO, "first");
    rig.later(Rig.ticks(1), () -> rig.sayLater(Duration.ZERO, "armed on the way"));
    stopSoon(rig);
    runReactor(rig);

    Expect.equal("what ran", List.of("first", "armed on the way"), rig.said());
  }

  private static void isRunning(Rig rig) {
    rig.say("before: " + rig.get(core(rig)::isRunning));
    rig.run(
        () ->
            core(rig)
                .addSystemEventTrigger(
                    Phase.AFTER,
                    SystemEvent.STARTUP,
                    () -> {
                      rig.say("started: " + core(rig).isRunning());
                      return null;
                    }));
    rig.later(Rig.ticks(1), () -> rig.say("running: " + core(rig).isRunning()));
    stopSoon(rig);
    runReactor(rig);
    rig.say("after: " + rig.get(core(rig)::isRunning));

    Expect.equal(
        "isRunning()",
        List.of("before: false", "started: true", "running: true", "after: false"),
        rig.said());
  }

  private static void runInside(Rig rig) {
    rig.later(
        Duration.ZERO,
        () -> {
          Expect.thrown(IllegalStateException.class, "run()", core(rig)::run);
          rig.say("refused");
        });
    stopSoon(rig);
    runReactor(rig);

    Expect.equal("what happened", List.of("refused"), rig.said());
  }

  private static void runAgain(Rig rig) {
    stopSoon(rig);
    runReactor(rig);

    rig.thrown(IllegalStateException.class, "run()", core(rig)::run);
  }

  private static void stopBefore(Rig rig) {
    rig.thrown(IllegalStateException.class, "stop()", core(rig)::stop);
    stopSoon(rig);
    runReactor(rig);
  }

  private static void stopTwice(Rig rig) {
    rig.later(
        Duration.ZERO,
        () -> {
          core(rig).stop();
          Expect.thrown(IllegalStateException.class, "stop()", core(rig)::stop);
          rig.say("refused");
        });
    runReactor(rig);

    Expect.equal("what happened", List.of("refused"), rig.said());
  }

  private static void stopShutsDownLater(Rig rig) {
    sayAt(rig, Phase.BEFORE, SystemEvent.SHUTDOWN, "shutdown");
    rig.later(
        Duration.ZERO,
        () -> {
          core(rig).stop();
          rig.say("asked");
        });
    runReactor(rig);

    Expect.equal("the order", List.of("asked", "shutdown"), rig.said());
  }

  private static void crash(Rig rig) {
    List<Trigger> triggers = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      triggers.add(sayAt(rig, phase, SystemEvent.SHUTDOWN, "shutdown " + phase));
    }
    rig.later(Rig.ticks(1), () -> core(rig).crash());
    runReactor(rig);
    rig.run(() -> triggers.forEach(Trigger::remove));

    Expect.equal("what happened", List.of(), rig.said());
    Expect.equal("isRunning()", false, rig.get(core(rig)::isRunning));
  }

  private static void whenRunningBefore(Rig rig) {
    rig.run(
        () -> {
          core(rig).callWhenRunning(() -> rig.say("first: " + core(rig).isRunning()));
          core(rig).callWhenRunning(() -> rig.say("second"));
          rig.say("asked");
        });
    sayAt(rig, Phase.DURING, SystemEvent.STARTUP, "startup");
    stopSoon(rig);
    runReactor(rig);

    Expect.equal("the order", List.of("asked", "startup", "first: true", "second"), rig.said());
  }

  private static void whenRunningWhile(Rig rig) {
    rig.later(
        Duration.ZERO,
        () -> {
          core(rig).callWhenRunning(() -> rig.say("called"));
          rig.say("asked");
        });
    stopSoon(rig);
    runReactor(rig);

    Expect.equal("the order", List.of("called", "asked"), rig.said());
  }

  private static void whenRunningError(Rig rig) {
    rig.run(
        () -> {
          core(rig).callWhenRunning(rig::raise);
          core(rig).callWhenRunning(() -> rig.say("next"));
        });
    stopSoon(rig);
    runReactor(rig);

    Expect.equal("what happened", List.of("next"), rig.said());
    rig.logged(rig.error());
  }
}
