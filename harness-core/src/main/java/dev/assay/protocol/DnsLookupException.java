// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The failure to find the addresses of a name.
 *
 * @since 0.1
 */
public final class DnsLookupException extends ConnectFailedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what was tried. */
  public DnsLookupException(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what was tried, and its cause. */
  public DnsLookupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
