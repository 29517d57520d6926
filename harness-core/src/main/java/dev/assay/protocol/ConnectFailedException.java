// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a connection could not be made.
 *
 * @since 0.1
 */
public abstract sealed class ConnectFailedException extends IOException
    permits ConnectionRefusedException,
        ConnectTimedOutException,
        ConnectStoppedException,
        DnsLookupException,
        LocalAddressException,
        NoProtocolException {
  private static final long serialVersionUID = 1L;

  ConnectFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
