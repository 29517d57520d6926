// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A class of trials without a mistake. */
record CorrectCase(Class<?> type) implements Subject {
  /** Returns all classes of trials without a mistake. */
  static List<CorrectCase> all() {
    return CorrectTrials.classes().stream().map(CorrectCase::new).toList();
  }

  @Override
  public List<Comparison> compare(List<Result> own) {
    List<Comparison> comparisons = new ArrayList<>(own.stream().map(CorrectCase::compare).toList());
    long trials = own.stream().filter(result -> result.method().isPresent()).count();
    if (trials != size(type)) {
      comparisons.add(new Comparison(toString(), size(type) + " trials", trials + " trials"));
    }
    return comparisons;
  }

  private static Comparison compare(Result result) {
    Status expected = result.method().map(CorrectCase::expected).orElse(Status.SUCCESSFUL);
    boolean right =
        result.outcome().getStatus() == expected
            && (expected == Status.ABORTED || result.outcome().getThrowable().isEmpty());
    return new Comparison(
        result.toString(), expected.name(), right ? expected.name() : result.summary());
  }

  private static Status expected(Method trial) {
    boolean aborts =
        AnnotationSupport.isAnnotated(trial, Todo.class) || trial.isAnnotationPresent(Skips.class);
    return aborts ? Status.ABORTED : Status.SUCCESSFUL;
  }

  /** Returns the number of trials of a class, with those of the classes that are nested in it. */
  private static long size(Class<?> type) {
    long nested =
        ReflectionSupport.streamNestedClasses(
                type, inner -> inner.isAnnotationPresent(Nested.class))
            .mapToLong(CorrectCase::size)
            .sum();
    return nested
        + ReflectionSupport.streamMethods(
                type, CorrectCase::isTest, HierarchyTraversalMode.TOP_DOWN)
            .count();
  }

  private static boolean isTest(Method method) {
    return AnnotationSupport.isAnnotated(method, Trial.class)
        || AnnotationSupport.isAnnotated(method, Test.class);
  }

  /** Returns the class's name. */
  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
