// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import dev.assay.verification.conformance.deferred.DeferredInterpreter;
import dev.assay.verification.conformance.language.Interpreter;
import dev.assay.verification.conformance.protocol.Lines;
import dev.assay.verification.conformance.protocol.ReconnectInterpreter;
import dev.assay.verification.conformance.protocol.Strings;
import dev.assay.verification.conformance.protocol.TransportInterpreter;
import dev.assay.verification.conformance.time.ClockInterpreter;
import dev.assay.verification.conformance.time.LoopingInterpreter;
import dev.assay.verification.conformance.trial.TrialInterpreter;
import java.util.Map;
import java.util.TreeMap;

/** The interpreters of all kinds of cases. */
final class Interpreters {
  private Interpreters() {}

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
