// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The failure to bind a local address, to connect from it or to listen on it.
 *
 * @since 0.1
 */
public final class BindFailed extends ConnectFailed {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what was tried. */
  public BindFailed(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what was tried, and its cause. */
  public BindFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
