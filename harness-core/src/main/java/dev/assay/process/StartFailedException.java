// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The failure to start a child process: most often, there is no such program.
 *
 * @since 0.1
 */
public final class StartFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what was tried. */
  public StartFailedException(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what was tried, and its cause. */
  public StartFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
