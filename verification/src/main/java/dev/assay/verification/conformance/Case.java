// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Interpreter;
import dev.assay.verification.conformance.language.MalformedCaseException;
import dev.assay.verification.conformance.language.Recording;
import java.util.Map;

/**
 * A line of a file of cases: a program, and what Twisted made of it.
 *
 * @param place the file and the number of the line
 * @param fileKind the kind that the file is named for
 */
record Case(String place, String fileKind, String line) {
  private static final Map<String, Interpreter> INTERPRETERS = Map.copyOf(Interpreters.byKind());

  /** Plays the program and compares. */
  Verdict judge() {
    String kind = fileKind;
    String name = place;
    try {
      Fields fields = Fields.parse(line);
      String id = fields.text("id");
      name = id + " (" + place + ")";
      kind = kind(id);
      Interpreter interpreter = INTERPRETERS.get(kind);
      return interpreter == null
          ? new Verdict.NotSupported(kind)
          : compare(kind, name, interpreter.recorded(fields), interpreter.play(fields));
    } catch (MalformedCaseException e) {
      return new Verdict.Failed(kind, name + " is malformed: " + e.getMessage());
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return new Verdict.Failed(kind, name + " broke the interpreter: " + e);
    }
  }

  private String kind(String id) {
    return INTERPRETERS.containsKey(fileKind) ? fileKind : prefix(id);
  }

  /** Returns what comes before the first hyphen or dot. */
  static String prefix(String name) {
    return name.split("[-.]", 2)[0];
  }

  private static Verdict compare(String kind, String name, Recording expected, Recording actual) {
    if (actual.equals(expected)) {
      return new Verdict.Passed(kind);
    }
    return new Verdict.Failed(
        kind,
        String.join(
            "\n",
            name,
            "  expected trace " + expected.trace(),
            "  actual   trace " + actual.trace(),
            "  expected final " + expected.end(),
            "  actual   final " + actual.end()));
  }
}
