// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Display;

/**
 * Says that a trial does not apply here: thrown in a set-up or a body, it skips the trial.
 *
 * @since 0.1
 */
public final class SkippedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The assumptions of JUnit and AssertJ throw this type or one that extends it. */
  private static final String ABORTED = "org.opentest4j.TestAbortedException";

  /** Makes an exception that tells the reason. */
  public SkippedException(String reason) {
    super(reason);
  }

  /** Makes an exception that tells the reason, and what was thrown to bring it about. */
  public SkippedException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Returns whether somebody throws this to skip a trial: this type, or a failed assumption. */
  static boolean skips(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (type.equals(SkippedException.class) || type.getName().equals(ABORTED)) {
        return true;
      }
    }
    return false;
  }

  /** Returns why it was thrown, as well as it will tell. */
  static String reasonOf(Throwable thrown) {
    try {
      return String.valueOf(thrown.getMessage());
    } catch (Throwable e) {
      return Display.of(thrown);
    }
  }
}
