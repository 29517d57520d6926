// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a connection has ended.
 *
 * @since 0.1
 */
public abstract sealed class ConnectionClosedException extends IOException
    permits ConnectionDoneException, ConnectionLostException {
  private static final long serialVersionUID = 1L;

  ConnectionClosedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
