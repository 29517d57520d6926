// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operations of a language, and what makes a list of steps in it ready to run. */
public final class Script {
  private final Map<String, Operation> operations = new TreeMap<>();
  private final Trace trace;

  public Script(Trace trace) {
    this.trace = trace;
  }

  public void define(String name, Operation operation) {
    operations.put(name, operation);
  }

  /** Reads steps to the last detail, so that nothing unknown is found only when they run. */
  public Runnable read(List<Fields> steps) {
    List<Step> program = new ArrayList<>();
    for (Fields step : steps) {
      String op = step.text("op");
      Operation operation = operations.get(op);
      if (operation == null) {
        throw new MalformedCaseException("unknown op " + op + " in " + step);
      }
      program.add(new Step(op, operation.read(step)));
    }
    return () -> program.forEach(this::run);
  }

  /** Reads the steps that a form has as {@code do}, if it has any. */
  public Runnable readBody(Fields form) {
    return form.has("do") ? read(form.list("do")) : () -> {};
  }

  private void run(Step step) {
    try {
      step.action.run();
    } catch (Names.NotMadeException e) {
      // Nothing to act on yet: the recording went past such a step as well.
    } catch (Throwable error) {
      trace.add("threw", step.op, ErrorNames.of(error));
    }
  }

  /** What understands the steps of one operation. */
  @FunctionalInterface
  public interface Operation {
    Action read(Fields step);
  }

  /** A step that was understood. */
  @FunctionalInterface
  public interface Action {
    void run() throws Throwable;
  }

  private record Step(String op, Action action) {}
}
