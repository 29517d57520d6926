// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of a connection for which the factory made no protocol.
 *
 * @since 0.1
 */
public final class NoProtocol extends ConnectFailed {
  private static final long serialVersionUID = 1L;

  /** Makes the reason, with what was tried. */
  public NoProtocol(String message) {
    this(message, null);
  }

  /** Makes the reason, with what was tried and what stood in the way. */
  public NoProtocol(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
