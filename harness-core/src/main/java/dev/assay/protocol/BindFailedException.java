// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The failure to bind a local address, in order to listen on it.
 *
 * @since 0.1
 */
public final class BindFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what was tried. */
  public BindFailedException(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what was tried, and its cause. */
  public BindFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
