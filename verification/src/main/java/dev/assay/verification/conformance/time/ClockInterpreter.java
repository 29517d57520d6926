// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.time;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.assay.fake.VirtualClock;
import dev.assay.time.DelayedCall;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Names;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Script;
import dev.assay.verification.conformance.language.Ticks;
import dev.assay.verification.conformance.language.Trace;
import dev.assay.verification.conformance.language.Values;
import java.time.Duration;
import java.util.function.Supplier;

/** Plays programs about calls that are made later. */
public final class ClockInterpreter {
  private final VirtualClock clock = new VirtualClock();
  private final Trace trace = new Trace();
  private final Script script = new Script(trace);
  private final Names<DelayedCall> calls = new Names<>("a call");

  private ClockInterpreter() {}

  public static Recording play(Fields program) {
    return new ClockInterpreter().run(program);
  }

  private Recording run(Fields program) {
    script.define("later", this::later);
    script.define("cancel", this::cancel);
    script.define("reset", this::reset);
    script.define("delay", this::delay);
    script.define("jump", step -> Ticks.jump(step, clock, trace));
    Runnable steps = script.read(program.list("steps"));
    calls.check();
    steps.run();
    return new Recording(trace.entries(), end());
  }

  private Script.Action later(Fields step) {
    String name = calls.declare(step.text("name"));
    Duration delay = Ticks.in(step, "ticks");
    Runnable steps = script.readBody(step);
    Runnable call =
        () -> {
          trace.add("call", name, Ticks.of(clock.elapsed()));
          steps.run();
        };
    return () -> calls.put(name, clock.callLater(delay, call));
  }

  private Script.Action cancel(Fields step) {
    Supplier<DelayedCall> call = calls.use(step.text("name"));
    return () -> call.get().cancel();
  }

  private Script.Action reset(Fields step) {
    Supplier<DelayedCall> call = calls.use(step.text("name"));
    Duration delay = Ticks.in(step, "ticks");
    return () -> call.get().reset(delay);
  }

  private Script.Action delay(Fields step) {
    Supplier<DelayedCall> call = calls.use(step.text("name"));
    Duration extra = Ticks.in(step, "ticks");
    return () -> call.get().delay(extra);
  }

  /** Returns what time it is, and the calls that are still to run in the order of their names. */
  private JsonObject end() {
    JsonArray pending = new JsonArray();
    calls.forEach(
        (name, call) -> {
          if (call.isActive()) {
            pending.add(Values.array(name, Ticks.of(call.due())));
          }
        });
    JsonObject end = new JsonObject();
    end.addProperty("now", Ticks.of(clock.elapsed()));
    end.add("pending", pending);
    return end;
  }
}
