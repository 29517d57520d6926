// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import com.google.gson.JsonObject;

/** What plays the cases of a kind. */
@FunctionalInterface
public interface Interpreter {
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
}
