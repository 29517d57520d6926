// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.time;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.fake.VirtualClock;
import dev.assay.task.LoopingCall;
import dev.assay.time.DelayedCall;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.MalformedCaseException;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Script;
import dev.assay.verification.conformance.language.Ticks;
import dev.assay.verification.conformance.language.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plays programs about a LoopingCall. */
public final class LoopingInterpreter {
  private static final Set<String> BEHAVIOURS = Set.of("takes", "fails", "raise", "stop", "reset");

  private final VirtualClock clock = new VirtualClock();
  private final Trace trace = new Trace();
  private final Script script = new Script(trace);
  private final LoopingCall loop;

  /** What the body does at each of its first calls; at those after, it does nothing. */
  private final List<Behaviour> plan = new ArrayList<>();

  /** The calls that fire what the body returned, as against the loop's own. */
  private final List<DelayedCall> timers = new ArrayList<>();

  private int calls;

  private LoopingInterpreter(Fields program) {
    List<Fields> forms = program.list("plan");
    forms.forEach(form -> plan.add(behaviour(form)));
    boolean waits = forms.stream().anyMatch(form -> form.has("takes") || form.has("fails"));
    this.loop = program.flag("withCount") ? counting(waits) : plain(waits);
  }

  public static Recording play(Fields program) {
    return new LoopingInterpreter(program).run(program);
  }

  private Recording run(Fields program) {
    Duration interval = Ticks.in(program, "interval");
    Duration start = Ticks.in(program, "startAt");
    boolean now = program.flag("now");
    script.define("jump", this::jump);
    script.define("stop", step -> this::stop);
    script.define("reset", step -> this::reset);
    Runnable steps = script.read(program.list("steps"));
    clock.jump(start);
    loop.start(interval, now).addBoth(this::ended);
    steps.run();
    return new Recording(trace.entries(), end());
  }

  private Script.Action jump(Fields step) {
    Duration by = Ticks.in(step, "ticks");
    return () -> clock.jump(by);
  }

  /** Stops the loop; the recording does without a stop that comes when it has ended. */
  private void stop() {
    if (loop.isRunning()) {
      loop.stop();
    }
  }

  private void reset() {
    if (loop.isRunning()) {
      loop.reset();
    }
  }

  private LoopingCall plain(boolean waits) {
    return waits
        ? LoopingCall.ofDeferring(clock, () -> awaited(called()))
        : LoopingCall.of(clock, this::called);
  }

  private LoopingCall counting(boolean waits) {
    return waits
        ? LoopingCall.withCountDeferring(clock, count -> awaited(called(count)))
        : LoopingCall.withCount(clock, this::called);
  }

  private @Nullable Deferred<?> called() {
    trace.add("call", Ticks.of(clock.elapsed()));
    return behave();
  }

  private @Nullable Deferred<?> called(long count) {
    trace.add("call", Ticks.of(clock.elapsed()), count);
    return behave();
  }

  private @Nullable Deferred<?> behave() {
    int number = calls++;
    return number < plan.size() ? plan.get(number).run() : null;
  }

  private static Deferred<?> awaited(@Nullable Deferred<?> returned) {
    return returned == null ? Deferred.succeed("nothing") : returned;
  }

  private Behaviour behaviour(Fields form) {
    for (String name : form.names()) {
      if (!BEHAVIOURS.contains(name)) {
        throw new MalformedCaseException("unknown behaviour " + name + " in plan: " + form);
      }
    }
    boolean stops = form.has("stop") && form.flag("stop");
    boolean resets = form.has("reset") && form.flag("reset");
    Behaviour ending = ending(form);
    return () -> {
      if (stops) {
        stop();
      }
      if (resets) {
        reset();
      }
      return ending.run();
    };
  }

  private Behaviour ending(Fields form) {
    if (form.has("raise")) {
      ErrorNames.Maker error = ErrorNames.maker(form.text("raise"));
      return () -> {
        throw error.make();
      };
    } else if (form.has("fails")) {
      ErrorNames.Maker error = ErrorNames.maker("E1");
      return in(form, "fails", deferred -> deferred.errback(error.make()));
    } else if (form.has("takes")) {
      return in(form, "takes", deferred -> deferred.callback("done"));
    }
    return () -> null;
  }

  /** Returns a Deferred, to be fired after as many ticks as the field says. */
  private Behaviour in(Fields form, String field, Consumer<Deferred<String>> fire) {
    Duration delay = Ticks.in(form, field);
    return () -> {
      Deferred<String> deferred = new Deferred<>();
      timers.add(clock.callLater(delay, () -> fire.accept(deferred)));
      return deferred;
    };
  }

  private String ended(Outcome<LoopingCall> outcome) {
    trace.add("ended", outcome instanceof Outcome.Success ? "stopped" : outcome);
    return "traced";
  }

  private JsonObject end() {
    JsonArray next = new JsonArray();
    clock.delayedCalls().stream()
        .filter(call -> !timers.contains(call))
        .forEach(call -> next.add(Ticks.of(call.due())));
    JsonObject end = new JsonObject();
    end.addProperty("running", loop.isRunning());
    end.add("next", next);
    return end;
  }

  /** What the body does at one of its calls. */
  @FunctionalInterface
  private interface Behaviour {
    @Nullable Deferred<?> run();
  }
}
