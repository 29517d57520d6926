// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.List;

/**
 * Thrown when a race has no winner: the first failure is the cause, the others are suppressed.
 *
 * @since 0.1
 */
public final class FailureGroupException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Throwable> errors;

  FailureGroupException(List<Throwable> errors) {
    super("all " + errors.size() + " Deferreds of the race failed", errors.get(0));
    this.errors = List.copyOf(errors);
    errors.stream().skip(1).forEach(this::addSuppressed);
  }

  /** Returns the failures, in the order of the Deferreds. */
  public List<Throwable> errors() {
    return errors;
  }
}
