// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.List;

/**
 * The exception for a trial that does not apply here: thrown in a setup or a body, it skips the
 * trial.
 *
 * @since 0.1
 */
public final class SkippedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The assumptions of JUnit, AssertJ and JUnit 4 throw these types or subtypes of them. */
  private static final List<String> ABORTED =
      List.of(
          "org.opentest4j.TestAbortedException", "org.junit.internal.AssumptionViolatedException");

  /** Makes an exception with a reason. */
  public SkippedException(String reason) {
    super(reason);
  }

  /** Makes an exception with a reason, and the exception that has led to it. */
  public SkippedException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Returns whether an exception skips a trial: this type, or a failed assumption. */
  public static boolean skips(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (type.equals(SkippedException.class) || ABORTED.contains(type.getName())) {
        return true;
      }
    }
    return false;
  }
}
