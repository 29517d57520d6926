// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Effect;
import dev.assay.deferred.Outcome;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Names;
import dev.assay.verification.conformance.language.Script;
import dev.assay.verification.conformance.language.Trace;
import dev.assay.verification.conformance.language.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the steps of a program about Deferreds act on. */
final class World {
  private final List<Names<?>> names = new ArrayList<>();

  final Trace trace = new Trace();
  final Script script = new Script(trace);
  final Names<Deferred<JsonElement>> deferreds = names("a Deferred");
  final Handovers handovers = new Handovers();

  /** Makes a list of names of what is said, such as {@code a Deferred}. */
  <T> Names<T> names(String what) {
    Names<T> made = new Names<>(what);
    names.add(made);
    return made;
  }

  /**
   * Checks that the steps that were read make all that they speak of.
   *
   * @throws MalformedCaseException if they do not
   */
  void check() {
    names.forEach(Names::check);
  }

  /** Returns an action on the Deferred that a step names as {@code on}. */
  Script.Action on(Fields step, Effect<Deferred<JsonElement>> effect) {
    Supplier<Deferred<JsonElement>> on = deferreds.use(step.text("on"));
    return () -> effect.on(on.get());
  }

  /** Returns the state of every Deferred that has a name. */
  JsonObject end(JsonObject recorded) {
    JsonObject end = new JsonObject();
    deferreds.forEach(
        (name, deferred) ->
            end.add(name, handovers.inWordsOf(recorded.get(name), name, state(deferred))));
    return end;
  }

  private JsonObject state(Deferred<JsonElement> deferred) {
    JsonObject json = new JsonObject();
    json.addProperty("called", deferred.isFired());
    if (deferred.pauseCount() != 0) {
      json.addProperty("paused", deferred.pauseCount());
    }
    DeferredState<JsonElement> state = deferred.state();
    if (state instanceof DeferredState.Waiting<?> waiting) {
      json.addProperty("state", "waiting");
      json.addProperty("on", deferreds.nameOf(waiting.on()));
    } else if (state instanceof Outcome.Success<JsonElement> success) {
      json.addProperty("state", "succeeded");
      json.add("value", Values.json(success.value()));
    } else if (state instanceof Outcome.Failure<?> failure) {
      json.addProperty("state", "failed");
      json.addProperty("error", ErrorNames.of(failure.error()));
      json.addProperty("unhandled", deferred.isUnhandled());
    } else {
      json.addProperty("state", "pending");
    }
    return json;
  }
}
