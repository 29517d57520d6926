// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a connection has ended.
 *
 * @since 0.1
 */
public abstract sealed class ConnectionClosed extends IOException
    permits ConnectionDone, ConnectionLost {
  private static final long serialVersionUID = 1L;

  ConnectionClosed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
