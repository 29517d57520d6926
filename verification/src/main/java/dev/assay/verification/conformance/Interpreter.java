// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What plays the cases of a kind. */
@FunctionalInterface
interface Interpreter {
  /**
   * Plays a program.
   *
   * @throws MalformedCaseException if there is something in it that the format does not know
   */
  Recording play(Fields program);

  /** Returns what came of a program when it was recorded. */
  default Recording recorded(Fields program) {
    String trace = program.has("events") ? "events" : "trace";
    boolean hasEnd = trace.equals("trace") || program.has("final");
    return new Recording(program.array(trace), hasEnd ? program.object("final") : new JsonObject());
  }

  /** Returns all there are, by the kind of case that they play. */
  static Map<String, Interpreter> byKind() {
    Map<String, Interpreter> byKind = new TreeMap<>();
    byKind.put("deferred", DeferredInterpreter::play);
    byKind.put("aggregate", DeferredInterpreter::play);
    byKind.put("timeout", DeferredInterpreter::play);
    byKind.put("primitives", DeferredInterpreter::play);
    byKind.put("clock", ClockInterpreter::play);
    byKind.put("looping", LoopingInterpreter::play);
    byKind.put("lines", Lines::play);
    byKind.put("netstring", Strings::playNetstrings);
    byKind.put("int8", Strings::playInt8);
    byKind.put("int16", Strings::playInt16);
    byKind.put("int32", Strings::playInt32);
    byKind.put("transport", TransportInterpreter::play);
    byKind.put("reconnect", ReconnectInterpreter::play);
    byKind.put("trial", new TrialInterpreter());
    return byKind;
  }
}
