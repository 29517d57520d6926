// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonElement;
import dev.assay.deferred.AlreadyFiredException;
import dev.assay.deferred.FailureGroupException;
import dev.assay.deferred.FirstErrorException;
import dev.assay.deferred.QueueOverflowException;
import dev.assay.deferred.QueueUnderflowException;
import dev.assay.time.AlreadyCalledException;
import dev.assay.time.AlreadyCancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** What Twisted calls an error, and the three errors that belong to the cases themselves. */
public final class ErrorNames {
  private static final Map<Class<? extends Throwable>, String> OURS =
      Map.of(
          AlreadyFiredException.class, "AlreadyCalledError",
          CancellationException.class, "CancelledError",
          TimeoutException.class, "TimeoutError",
          QueueOverflowException.class, "QueueOverflow",
          QueueUnderflowException.class, "QueueUnderflow",
          AlreadyCalledException.class, "AlreadyCalled",
          AlreadyCancelledException.class, "AlreadyCancelled",
          IllegalStateException.class, "RuntimeError");

  private ErrorNames() {}

  /** Returns the name of an error; one that Twisted does not have keeps its own. */
  public static String of(Throwable error) {
    if (error instanceof FirstErrorException first && first.getCause() != null) {
      return "FirstError#" + first.index() + "(" + of(first.getCause()) + ")";
    } else if (error instanceof FailureGroupException group) {
      return group.errors().stream()
          .map(ErrorNames::of)
          .collect(joining(",", "FailureGroup(", ")"));
    }
    return OURS.getOrDefault(error.getClass(), simpleName(error));
  }

  /** Returns the name of a class; what has become of a connection is called as in Twisted. */
  private static String simpleName(Throwable error) {
    String name = error.getClass().getSimpleName();
    return error.getClass().getPackageName().equals("dev.assay.protocol")
        ? name.replaceAll("Exception$", "")
        : name;
  }

  /** Returns what makes the errors of this name: {@code E0}, {@code E1} or {@code E2}. */
  public static Maker maker(String name) {
    return switch (name) {
      case "E0" -> E0::new;
      case "E1" -> E1::new;
      case "E2" -> E2::new;
      default -> throw new MalformedCaseException("error must be E0, E1 or E2: " + name);
    };
  }

  /** Returns the classes of the errors of some names. */
  public static List<Class<? extends Throwable>> types(List<String> names) {
    List<Class<? extends Throwable>> types = new ArrayList<>();
    names.forEach(name -> types.add(type(name)));
    return types;
  }

  private static Class<? extends Throwable> type(String name) {
    return switch (name) {
      case "E0" -> E0.class;
      case "E1" -> E1.class;
      case "E2" -> E2.class;
      default -> throw new MalformedCaseException("error must be E0, E1 or E2: " + name);
    };
  }

  /** Returns names of errors in their order. */
  public static List<String> sorted(JsonElement names) {
    Set<String> sorted = new TreeSet<>();
    names.getAsJsonArray().forEach(name -> sorted.add(name.getAsString()));
    types(List.copyOf(sorted));
    return List.copyOf(sorted);
  }

  /** What makes errors of one class. */
  @FunctionalInterface
  public interface Maker {
    RuntimeException make();
  }

  public static final class E0 extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  public static final class E1 extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  public static final class E2 extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
