// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of an attempt to connect that was called off.
 *
 * @since 0.1
 */
public final class ConnectStopped extends ConnectFailed {
  private static final long serialVersionUID = 1L;

  /** Makes the reason, with what was tried. */
  public ConnectStopped(String message) {
    this(message, null);
  }

  /** Makes the reason, with what was tried and what stood in the way. */
  public ConnectStopped(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
