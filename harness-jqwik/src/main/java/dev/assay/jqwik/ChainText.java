// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The Java code that a {@link CallbackChain} represents. */
final class ChainText {
  /** The names of the Deferreds: first the given one, then the chain's own. */
  static final List<String> NAMES = List.of("deferred", "a", "b");

  private ChainText() {}

  /** Returns the lines of a whole chain: the Deferreds that it makes, and then its steps. */
  static List<String> lines(List<Cancels> cancellers, List<Step> steps) {
    List<String> statements = steps.stream().map(step -> statement(step) + ";").toList();
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < NAMES.size(); i++) {
      Pattern name = Pattern.compile("\\b" + NAMES.get(i) + "\\b");
      if (statements.stream().anyMatch(name.asPredicate())) {
        String canceller = cancellers.get(i - 1).java;
        lines.add("Deferred<String> " + NAMES.get(i) + " = new Deferred<>(" + canceller + ");");
      }
    }
    lines.addAll(statements);
    return lines.isEmpty() ? List.of("// nothing") : lines;
  }

  /** Returns the Java code of one step, without a semicolon. */
  static String statement(Step step) {
    return statement(step, 1);
  }

  private static String statement(Step step, int depth) {
    if (step instanceof Step.Add add) {
      return call(add.on(), "add" + method(add), functions(add, depth));
    } else if (step instanceof Step.Fire fire) {
      return fire.fails()
          ? call(fire.on(), "errback", error(fire.name()))
          : call(fire.on(), "callback", quoted(fire.name()));
    } else if (step instanceof Step.Chain chain) {
      return call(chain.on(), "chainDeferred", NAMES.get(chain.to()));
    }
    Step.Touch touch = (Step.Touch) step;
    return call(touch.on(), touch.kind().method, "");
  }

  private static String call(int on, String method, String arguments) {
    return NAMES.get(on) + "." + method + "(" + arguments + ")";
  }

  private static String method(Step.Add add) {
    return (add.defers() ? "Deferring" : "") + add.level().method;
  }

  private static String functions(Step.Add add, int depth) {
    return IntStream.range(0, add.functions().size())
        .mapToObj(i -> function(add, add.functions().get(i), add.level().takes().get(i), depth))
        .collect(joining(", "));
  }

  /** Returns a lambda, whose parameter has another name inside another lambda. */
  private static String function(Step.Add add, Step.Function function, String takes, int depth) {
    String taken = depth == 1 ? takes : takes + depth;
    String end = end(add.defers(), function, takes, taken);
    if (function.inside().isEmpty() && end.startsWith("return ")) {
      return taken + " -> " + end.substring("return ".length());
    }
    String inside =
        function.inside().stream()
            .map(step -> statement(step, depth + 1) + "; ")
            .collect(joining());
    return taken + " -> { " + inside + end + "; }";
  }

  private static String end(boolean defers, Step.Function function, String takes, String taken) {
    return switch (function.end()) {
      case THROW -> "throw " + error(function.name());
      case WAIT -> "return " + NAMES.get(function.waitsFor());
      case RETURN -> returned(defers, quoted(function.name()));
      case PASS ->
          switch (takes) {
            case "error" -> "throw " + taken;
            case "outcome" -> returned(defers, taken + ".get()");
            default -> returned(defers, taken);
          };
    };
  }

  private static String returned(boolean defers, String what) {
    return "return " + (defers ? "Deferred.succeed(" + what + ")" : what);
  }

  private static String error(String name) {
    return "new IOException(" + quoted(name) + ")";
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
