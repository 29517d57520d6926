// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonElement;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.MalformedCaseException;
import dev.assay.verification.conformance.language.Trace;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A function in a chain: it traces its call, takes its steps, and ends as the case says. */
final class CaseFunction {
  private final Trace trace;
  private final String side;
  private final String label;
  private final Runnable steps;
  private final @Nullable Ending ending;
  private final @Nullable Supplier<Deferred<JsonElement>> awaited;

  private CaseFunction(World world, Fields step, String side, Fields form) {
    this.trace = world.trace;
    this.side = side;
    this.label = step.text("label");
    this.steps = world.script.readBody(form);
    boolean waits = outcome(form).equals("wait");
    this.awaited = waits ? world.deferreds.use(form.text("wait")) : null;
    this.ending = waits ? null : ending(form);
    if (waits) {
      world.handovers.add(form.text("wait"), step.text("on"));
    }
  }

  /**
   * Reads a function that a step adds to a Deferred.
   *
   * @param side what it is called as: {@code cb}, {@code eb} or {@code both}
   * @param field the field of the step that holds it
   */
  static CaseFunction read(World world, Fields step, String side, String field) {
    return new CaseFunction(world, step, side, step.fields(field));
  }

  /** Returns whether this returns a Deferred to wait for. */
  boolean waits() {
    return awaited != null;
  }

  /** Is the function as a plain callback; it must not be one that waits. */
  JsonElement plain(Outcome<JsonElement> in) throws Throwable {
    trace.add(side, label, in);
    steps.run();
    return requireNonNull(ending).of(in);
  }

  /** Is the function as a callback that gives a Deferred, whatever it does. */
  Deferred<JsonElement> deferring(Outcome<JsonElement> in) throws Throwable {
    if (awaited == null) {
      return Deferred.succeed(plain(in));
    }
    trace.add(side, label, in);
    steps.run();
    return awaited.get();
  }

  private static String outcome(Fields form) {
    Set<String> outcomes = new TreeSet<>(form.names());
    outcomes.remove("do");
    if (outcomes.size() != 1) {
      throw new MalformedCaseException("a function must have one outcome: " + form);
    }
    return outcomes.iterator().next();
  }

  private static Ending ending(Fields form) {
    String outcome = outcome(form);
    return switch (outcome) {
      case "return" -> returning(form.value(outcome));
      case "raise", "fail" -> throwing(ErrorNames.maker(form.text(outcome)));
      case "same" -> Outcome::get;
      default -> throw new MalformedCaseException("unknown outcome " + outcome + " in " + form);
    };
  }

  private static Ending returning(JsonElement value) {
    return in -> value;
  }

  private static Ending throwing(ErrorNames.Maker error) {
    return in -> {
      throw error.make();
    };
  }

  /** How a function ends that does not wait. */
  @FunctionalInterface
  private interface Ending {
    JsonElement of(Outcome<JsonElement> in) throws Throwable;
  }
}
