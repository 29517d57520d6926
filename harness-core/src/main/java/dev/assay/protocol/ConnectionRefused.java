// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The failure to connect where nobody listens.
 *
 * @since 0.1
 */
public final class ConnectionRefused extends ConnectFailed {
  private static final long serialVersionUID = 1L;

  /** Makes the reason, with what was tried. */
  public ConnectionRefused(String message) {
    this(message, null);
  }

  /** Makes the reason, with what was tried and what stood in the way. */
  public ConnectionRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
