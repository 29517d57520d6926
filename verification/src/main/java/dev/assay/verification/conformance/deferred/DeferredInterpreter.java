// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import com.google.gson.JsonElement;
import dev.assay.deferred.Canceller;
import dev.assay.deferred.Deferred;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.MalformedCaseException;
import dev.assay.verification.conformance.language.Recording;

/** Plays programs about Deferreds, what is made of them and what makes them. */
public final class DeferredInterpreter {
  private final World world = new World();

  private DeferredInterpreter() {}

  public static Recording play(Fields program) {
    return new DeferredInterpreter().run(program);
  }

  private Recording run(Fields program) {
    ChainOperations.define(world);
    AggregateOperations.define(world);
    TimeOperations.define(world);
    PrimitiveOperations.define(world);
    Fields deferreds = program.fields("deferreds");
    for (String name : deferreds.names()) {
      world.deferreds.put(world.deferreds.declare(name), deferred(name, deferreds.fields(name)));
    }
    Runnable steps = world.script.read(program.list("steps"));
    world.check();
    steps.run();
    return new Recording(world.trace.entries(), world.end(program.object("final")));
  }

  private Deferred<JsonElement> deferred(String name, Fields form) {
    if (!form.has("canceller")) {
      return new Deferred<>();
    }
    Canceller<JsonElement> canceller = canceller(form.fields("canceller"));
    return new Deferred<>(
        cancelled -> {
          world.trace.add("cancelling", name);
          canceller.cancel(cancelled);
        });
  }

  private static Canceller<JsonElement> canceller(Fields form) {
    if (form.has("callback")) {
      JsonElement value = form.value("callback");
      return cancelled -> cancelled.callback(value);
    } else if (form.has("errback")) {
      ErrorNames.Maker error = ErrorNames.maker(form.text("errback"));
      return cancelled -> cancelled.errback(error.make());
    } else if (form.has("quiet")) {
      return cancelled -> {};
    }
    throw new MalformedCaseException("unknown canceller " + form);
  }
}
