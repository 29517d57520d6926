// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.List;

/**
 * The failure that a trial is expected to end with, because something is not done yet.
 *
 * @param reason a description of what is not done
 * @param errors the expected types of failure; if empty, any type is expected
 * @since 0.1
 */
public record ExpectedError(String reason, List<Class<? extends Throwable>> errors) {
  /** Copies the types. */
  public ExpectedError {
    errors = List.copyOf(errors);
  }

  /** Returns whether a failure is one of the expected ones. */
  public boolean expects(Throwable failure) {
    return errors.isEmpty() || errors.stream().anyMatch(type -> type.isInstance(failure));
  }
}
