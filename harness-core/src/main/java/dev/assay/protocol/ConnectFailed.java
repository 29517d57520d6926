// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a connection could not be made.
 *
 * @since 0.1
 */
public abstract sealed class ConnectFailed extends IOException
    permits ConnectionRefused, ConnectTimedOut, ConnectStopped, DnsFailure, BindFailed, NoProtocol {
  private static final long serialVersionUID = 1L;

  ConnectFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
