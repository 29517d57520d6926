// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import com.google.gson.JsonElement;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Script;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations on one Deferred, and on two that are chained. */
final class ChainOperations {
  private final World world;

  private ChainOperations(World world) {
    this.world = world;
  }

  static void define(World world) {
    ChainOperations operations = new ChainOperations(world);
    world.script.define("add", operations::add);
    world.script.define("both", operations::both);
    world.script.define("callback", operations::callback);
    world.script.define("errback", operations::errback);
    world.script.define("cancel", step -> world.on(step, Deferred::cancel));
    world.script.define("pause", step -> world.on(step, Deferred::pause));
    world.script.define("unpause", step -> world.on(step, Deferred::unpause));
    world.script.define("chain", operations::chain);
  }

  private Script.Action add(Fields step) {
    CaseFunction callback = side(step, "cb");
    CaseFunction errback = side(step, "eb");
    return world.on(step, on -> add(on, callback, errback));
  }

  private @Nullable CaseFunction side(Fields step, String side) {
    return step.isGiven(side) ? CaseFunction.read(world, step, side, side) : null;
  }

  private static void add(
      Deferred<JsonElement> on, @Nullable CaseFunction callback, @Nullable CaseFunction errback) {
    if (waits(callback) || waits(errback)) {
      addDeferringCallback(on, callback, errback);
    } else if (callback != null && errback != null) {
      on.addCallbacks(
          value -> callback.plain(success(value)), error -> errback.plain(failure(error)));
    } else if (callback != null) {
      on.addCallback(value -> callback.plain(success(value)));
    } else if (errback != null) {
      on.addErrback(error -> errback.plain(failure(error)));
    } else {
      on.addBoth(Outcome::get);
    }
  }

  private static boolean waits(@Nullable CaseFunction function) {
    return function != null && function.waits();
  }

  private static void addDeferringCallback(
      Deferred<JsonElement> on, @Nullable CaseFunction callback, @Nullable CaseFunction errback) {
    if (callback != null && errback != null) {
      on.addDeferringCallbacks(
          value -> callback.deferring(success(value)), error -> errback.deferring(failure(error)));
    } else if (callback != null) {
      on.addDeferringCallback(value -> callback.deferring(success(value)));
    } else if (errback != null) {
      on.addDeferringErrback(error -> errback.deferring(failure(error)));
    }
  }

  private Script.Action both(Fields step) {
    CaseFunction function = CaseFunction.read(world, step, "both", "fn");
    return function.waits()
        ? world.on(step, on -> on.addDeferringBoth(function::deferring))
        : world.on(step, on -> on.addBoth(function::plain));
  }

  private Script.Action callback(Fields step) {
    JsonElement value = step.value("value");
    return world.on(step, on -> on.callback(value));
  }

  private Script.Action errback(Fields step) {
    ErrorNames.Maker error = ErrorNames.maker(step.text("error"));
    return world.on(step, on -> on.errback(error.make()));
  }

  private Script.Action chain(Fields step) {
    Supplier<Deferred<JsonElement>> from = world.deferreds.use(step.text("from"));
    Supplier<Deferred<JsonElement>> to = world.deferreds.use(step.text("to"));
    world.handovers.add(step.text("from"), step.text("to"));
    return () -> from.get().chainDeferred(to.get());
  }

  private static Outcome<JsonElement> success(JsonElement value) {
    return new Outcome.Success<>(value);
  }

  private static Outcome<JsonElement> failure(Throwable error) {
    return new Outcome.Failure<>(error);
  }
}
