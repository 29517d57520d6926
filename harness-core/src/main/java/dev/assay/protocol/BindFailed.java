// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The failure to take a local address, to connect from it or to listen on it.
 *
 * @since 0.1
 */
public final class BindFailed extends ConnectFailed {
  private static final long serialVersionUID = 1L;

  /** Makes the reason, with what was tried. */
  public BindFailed(String message) {
    this(message, null);
  }

  /** Makes the reason, with what was tried and what stood in the way. */
  public BindFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
