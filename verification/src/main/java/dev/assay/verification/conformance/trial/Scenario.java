// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.trial;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.ledger.Errors;
import dev.assay.protocol.BindFailedException;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialContext;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.MalformedCaseException;
import dev.assay.verification.conformance.language.Ticks;
import dev.assay.verification.conformance.language.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the parts of one trial do, as a case tells, and which of them have run. */
final class Scenario {
  private static final List<String> PHASES = List.of("setUp", "test", "tearDown");

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Trace ran = new Trace();

  Scenario(Fields program) {
    for (String phase : PHASES) {
      parts.put(phase, part(phase, program.fields(phase)));
    }
  }

  Trace ran() {
    return ran;
  }

  /** Does a part of the trial. */
  @Nullable Deferred<?> run(String phase, TrialContext trial, FakeReactor reactor) {
    Part part = parts.get(phase);
    if (part == null) {
      throw new IllegalArgumentException("phase must be one of " + PHASES + ": " + phase);
    }
    return part.run(trial, reactor);
  }

  private Part part(String name, Fields form) {
    List<Action> actions = new ArrayList<>();
    if (form.has("do")) {
      form.list("do").forEach(action -> actions.add(action(action)));
    }
    End end = form.has("end") ? end(form.fields("end")) : reactor -> null;
    return (trial, reactor) -> {
      ran.addName(name);
      actions.forEach(action -> action.run(trial, reactor));
      return end.reach(reactor);
    };
  }

  private Action action(Fields form) {
    String name = form.text("a");
    return switch (name) {
      case "later" -> later(Ticks.in(form, "ticks"));
      case "cleanup" -> cleanup(part(form.text("name"), form.fields("phase")));
      case "logError" -> logError(ErrorNames.maker(form.text("error")));
      case "dropFailed" -> dropFailed(ErrorNames.maker(form.text("error")));
      case "flush" -> flush(ErrorNames.types(form.texts("types")));
      case "listen" -> Scenario::listen;
      default -> throw new MalformedCaseException("unknown action " + name + " in " + form);
    };
  }

  private static Action later(Duration delay) {
    return (trial, reactor) -> reactor.callLater(delay, () -> {});
  }

  private static Action cleanup(Part part) {
    return (trial, reactor) -> trial.addDeferringCleanup(() -> part.run(trial, reactor));
  }

  private static Action logError(ErrorNames.Maker error) {
    return (trial, reactor) -> Errors.log("the scenario", error.make());
  }

  private static Action dropFailed(ErrorNames.Maker error) {
    return (trial, reactor) -> Deferred.fail(error.make());
  }

  private Action flush(List<Class<? extends Throwable>> types) {
    return (trial, reactor) -> {
      int count = types.isEmpty() ? trial.flushLoggedErrors().size() : 0;
      for (Class<? extends Throwable> type : types) {
        count += trial.flushLoggedErrors(type).size();
      }
      ran.addName("flushed:" + count);
    };
  }

  private static void listen(TrialContext trial, FakeReactor reactor) {
    try {
      reactor.listenTcp(0, peer -> null);
    } catch (BindFailedException e) {
      throw new IllegalStateException("the fake network has no free port", e);
    }
  }

  private static End end(Fields form) {
    if (form.names().size() != 1) {
      throw new MalformedCaseException("an end must be one thing: " + form);
    }
    String name = form.names().iterator().next();
    return switch (name) {
      case "raise" -> raise(ErrorNames.maker(form.text(name)));
      case "assert" -> Scenario::fail;
      case "skip" -> skip(form.text(name));
      case "fired" -> reactor -> Deferred.succeed("fired");
      case "failed" -> failed(ErrorNames.maker(form.text(name)));
      case "later" -> later(Ticks.in(form, name), late -> late.callback("late"));
      case "laterFails" -> laterFails(Ticks.in(form, name));
      case "never" -> reactor -> new Deferred<String>();
      default -> throw new MalformedCaseException("unknown end " + name + " in " + form);
    };
  }

  private static End raise(ErrorNames.Maker error) {
    return reactor -> {
      throw error.make();
    };
  }

  private static @Nullable Deferred<?> fail(FakeReactor reactor) {
    throw new AssertionError("as the scenario says");
  }

  private static End skip(String reason) {
    return reactor -> {
      throw new SkippedException(reason);
    };
  }

  private static End failed(ErrorNames.Maker error) {
    return reactor -> Deferred.fail(error.make());
  }

  private static End laterFails(Duration delay) {
    ErrorNames.Maker error = ErrorNames.maker("E1");
    return later(delay, late -> late.errback(error.make()));
  }

  private static End later(Duration delay, Consumer<Deferred<String>> fire) {
    return reactor -> {
      Deferred<String> late = new Deferred<>();
      reactor.callLater(delay, () -> fire.accept(late));
      return late;
    };
  }

  /** What a part does. */
  @FunctionalInterface
  private interface Part {
    @Nullable Deferred<?> run(TrialContext trial, FakeReactor reactor);
  }

  /** One thing that a part does. */
  @FunctionalInterface
  private interface Action {
    void run(TrialContext trial, FakeReactor reactor);
  }

  /** How a part ends. */
  @FunctionalInterface
  private interface End {
    @Nullable Deferred<?> reach(FakeReactor reactor);
  }
}
